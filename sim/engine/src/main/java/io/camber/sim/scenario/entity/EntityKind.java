package io.camber.sim.scenario.entity;

/** The three families of scenario objects. */
public enum EntityKind {
  VEHICLE,
  PEDESTRIAN,
  MISCELLANEOUS
}
