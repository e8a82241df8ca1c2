package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;

/** A question about one entity. */
interface EntityTest {
  boolean holds(Stage stage, Entity entity);
}
