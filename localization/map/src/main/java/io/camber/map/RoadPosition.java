package io.camber.map;

/**
 * A place in OpenDRIVE road coordinates.
 *
 * @param t left of the reference line positive
 * @param heading of the reference line at s, radians
 * @param z elevation of the road surface
 */
public record RoadPosition(String roadId, double s, double t, double heading, double z) {}
