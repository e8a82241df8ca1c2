package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;
import java.util.Set;

/** An action of one entity, as the file describes it. */
public interface PrivateAction {
  Set<Domain> domains();

  /** The entity whose place decides where this action puts its own. */
  default Optional<String> anchor() {
    return Optional.empty();
  }

  /** True for actions on speed alone: a controller may take that over. */
  default boolean setsSpeed() {
    return false;
  }

  ActionRun start(Stage stage, Entity actor);
}
