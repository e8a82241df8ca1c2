package io.camber.map.routing;

/**
 * A point relative to a path.
 *
 * @param s arc length along the path; below 0 or beyond its length on the straight extensions of its ends
 * @param d offset, left positive
 */
public record FrenetPoint(double s, double d) {}
