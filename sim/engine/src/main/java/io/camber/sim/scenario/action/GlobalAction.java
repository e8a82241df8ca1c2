package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Stage;

/** An action that concerns no entity in particular; done as soon as it has run. */
public interface GlobalAction {
  void run(Stage stage);
}
