package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Entity;
import io.camber.sim.scenario.entity.Stage;
import java.util.Set;

/** VisibilityAction: whether sensors and pictures show the entity. */
@Plays(
    value = "VisibilityAction",
    support = Support.PARTLY,
    note = "hides from all sensors or none")
@Plays(
    value = {"SensorReferenceSet", "SensorReference"},
    support = Support.PARTLY,
    note = "read, without effect")
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
