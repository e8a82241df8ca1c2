package io.camber.sim.scenario.entity;

/** Which component of a distance counts. */
public enum DistanceKind {
  LATERAL,
  LONGITUDINAL,
  /** Straight-line distance; "cartesianDistance" is its deprecated name. */
  EUCLIDIAN_DISTANCE,
  CARTESIAN_DISTANCE
}
