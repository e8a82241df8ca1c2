package io.camber.sim.scenario.entity;

/** The coordinate system a distance is measured in. */
public enum Frame {
  ENTITY,
  LANE,
  ROAD,
  TRAJECTORY,
  WORLD
}
