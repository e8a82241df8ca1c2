package io.camber.map.road;

/**
 * Who may park in a parking space, in the file's words.
 *
 * @param access all, car, truck, bus, handicapped, residents, electric, women
 * @param restrictions free text, such as opening hours
 */
public record ParkingSpace(String access, String restrictions) {}
