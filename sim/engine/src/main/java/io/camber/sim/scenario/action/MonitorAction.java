package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.entity.Stage;

/** SetMonitorAction: tells the value of a monitor as an event of the scenario, for whoever reads those. */
@Plays(
    value = "SetMonitorAction",
    support = Support.PARTLY,
    note = "told as an event of the scenario")
record MonitorAction(String monitor, boolean value) implements GlobalAction {
  static MonitorAction read(Node node) {
    return new MonitorAction(node.text("monitorRef"), node.truth("value", false));
  }

  @Override
  public void run(Stage stage) {
    stage.report("monitor", monitor, Boolean.toString(value));
  }
}
