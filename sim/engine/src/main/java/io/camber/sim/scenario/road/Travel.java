package io.camber.sim.scenario.road;

/** Which way a lane is travelled. */
enum Travel {
  WITH_LANE,
  AGAINST_LANE
}
