package io.camber.map.road;

/**
 * One line of a road mark: {@code lengthM} of paint, then {@code spaceM} without, starting {@code s} after the mark begins and
 * lying {@code t} left of the lane's border. A space of 0 is a solid line.
 */
public record MarkStripe(double s, double t, double lengthM, double spaceM, double widthM) {}
