package io.camber.sim.scenario.entity;

/** Vehicles that an action has let into the scenario and that move by themselves. */
public interface Crowd {
  /** The name by which the file stops it; empty without one. */
  String name();

  /** Goes on to the stage's time. */
  void advance();

  /** Nobody appears any more. */
  void stop();
}
