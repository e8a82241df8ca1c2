package io.camber.sim.scenario.place;

import io.camber.sim.scenario.entity.Stage;

/** A position as the file describes it, resolved when it is needed. */
public interface Place {
  Spot on(Stage stage);
}
