package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.entity.Stage;

/** A question about the stage, without edge and delay. */
public sealed interface Test permits Test.OnStage, ElementStateTest {

  boolean holds(Stage stage);

  /** A test that depends on the stage alone. */
  non-sealed interface OnStage extends Test {}
}
