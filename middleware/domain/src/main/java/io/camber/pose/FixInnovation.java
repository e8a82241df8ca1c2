package io.camber.pose;

/**
 * How the newest satellite fix differed from what was expected before it, over the sigma expected of that difference, used or not.
 *
 * @param fixNs time of the fix
 * @param x along x of the map, sigmas
 * @param y along y of the map, sigmas
 */
public record FixInnovation(long fixNs, double x, double y) {}
