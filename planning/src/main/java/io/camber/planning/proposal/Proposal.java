package io.camber.planning.proposal;

/** A candidate trajectory: a path and a motion along it. */
public record Proposal(String name, LateralPath path, Profile profile) {}
