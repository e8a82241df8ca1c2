package io.camber.map.road;

/**
 * What another tool left in the file.
 *
 * @param owner the element it belongs to, from the outside inwards, such as {@code road 5/lanes/laneSection/right/lane -1}
 * @param content its child elements as XML, empty when there are none
 */
public record UserData(String owner, String code, String value, String content) {}
