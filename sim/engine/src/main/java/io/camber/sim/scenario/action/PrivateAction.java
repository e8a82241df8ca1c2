package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Set;

/** An action of one entity, as the file describes it. */
public interface PrivateAction {
  Set<Domain> domains();

  ActionRun start(Stage stage, Entity actor);
}
