package io.camber.planning.proposal;

/**
 * A candidate trajectory: a path and a motion along it.
 *
 * @param excessMps mean speed above what limits and bends allow
 */
public record Proposal(String name, LateralPath path, Profile profile, double excessMps) {}
