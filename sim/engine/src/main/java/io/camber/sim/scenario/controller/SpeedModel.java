package io.camber.sim.scenario.controller;

/** An active controller of one entity's speed. */
interface SpeedModel {
  /** Called once a step, after the storyboard and before the entity is moved. */
  void step(double dtS);

  /** Called instead while the entity is not there or somebody else drives it. */
  default void rest() {}

  /** The last call: another model takes over, or none. */
  default void end() {}
}
