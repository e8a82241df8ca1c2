package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.List;
import java.util.Set;

/** Actions that do their work at once, one after the other. */
record Together(List<PrivateAction> parts) implements PrivateAction {
  Together {
    parts = List.copyOf(parts);
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    parts.forEach(part -> part.start(stage, actor));
    return ActionRun.DONE;
  }
}
