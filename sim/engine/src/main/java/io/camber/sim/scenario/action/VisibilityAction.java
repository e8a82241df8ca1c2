package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Set;

/** VisibilityAction: whether sensors and pictures show the entity. */
record VisibilityAction(boolean visible) implements PrivateAction {
  static VisibilityAction read(Node node) {
    node.ignoreAttributes("traffic");
    node.ignore("SensorReferenceSet");
    return new VisibilityAction(node.truth("graphics", true) && node.truth("sensors", true));
  }

  @Override
  public Set<Domain> domains() {
    return Set.of();
  }

  @Override
  public ActionRun start(Stage stage, Entity actor) {
    actor.setVisible(visible);
    return ActionRun.DONE;
  }
}
