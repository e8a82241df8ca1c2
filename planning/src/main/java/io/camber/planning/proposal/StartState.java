package io.camber.planning.proposal;

/**
 * Where the plan starts: {@code base_link} in the map and on the reference line.
 *
 * @param s station on the reference line
 * @param d offset from it
 */
public record StartState(
    long timeNs,
    double x,
    double y,
    double yaw,
    double curvaturePerM,
    double speedMps,
    double accelMps2,
    double s,
    double d) {}
