package io.camber.sim.scenario.action;

import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Set;

/** An action that is known and was named in a warning, but does nothing here; complete at once. */
record NoAction(String name) implements PrivateAction, GlobalAction {
  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    return ActionRun.DONE;
  }

  @Override
  public void run(Stage stage) {
    stage.report("skipped", name, "this action has no effect");
  }
}
