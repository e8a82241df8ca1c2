package io.camber.sim.scenario.action;

/** An action at work. */
public interface ActionRun {
  /** A run that had nothing to do but what its start did. */
  ActionRun DONE = dtS -> true;

  /** Works for one step; true when the action is complete. */
  boolean step(double dtS);

  /** Called once when the action ends, by itself or because it is stopped. */
  default void end() {}
}
