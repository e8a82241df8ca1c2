package io.camber.sim.scenario.condition;

/** Which component of a vector counts, along the entity's axes; all of it by default. */
enum Direction {
  LONGITUDINAL,
  LATERAL,
  VERTICAL,
  TOTAL
}
