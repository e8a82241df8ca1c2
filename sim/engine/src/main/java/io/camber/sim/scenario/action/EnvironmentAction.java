package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.TimeOfDay;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/**
 * EnvironmentAction: sets the time of day, for conditions; weather and friction are not simulated, which a warning at reading
 * says.
 *
 * @param timeOfDayS seconds since 1970, NaN when the environment is silent
 * @param animated whether time goes on
 */
@Plays(
    value = {"EnvironmentAction", "Environment"},
    support = Support.PARTLY,
    note = "sets the time of day; a warning names the rest")
@Plays("TimeOfDay")
@Plays(
    value = {
      "Weather",
      "Sun",
      "Fog",
      "Precipitation",
      "Wind",
      "DomeImage",
      "DomeFile",
      "RoadCondition"
    },
    support = Support.NOT,
    note = "warning: weather and friction are not simulated")
record EnvironmentAction(String name, double timeOfDayS, boolean animated) implements GlobalAction {
  static EnvironmentAction read(Node node) {
    Node environment = node.findOrReference("Environment")
        .map(Node::withParameters)
        .orElseThrow(
            () -> node.error("<EnvironmentAction> needs an <Environment> or a <CatalogReference>"));
    String name = environment.text("name", "");
    Optional<Node> time = environment.find("TimeOfDay");
    double timeOfDay = time.map(found -> TimeOfDay.read(found, "dateTime")).orElse(Double.NaN);
    boolean animated = time.map(found -> found.truth("animation", false)).orElse(false);
    environment.ignoreAll();
    environment.warn("environment \"" + name
        + "\" sets the time of day only: weather and friction are not simulated");
    return new EnvironmentAction(name, timeOfDay, animated);
  }

  @Override
  public void run(Stage stage) {
    if (!Double.isNaN(timeOfDayS)) {
      stage.setTimeOfDay(timeOfDayS, animated);
    }
    stage.report("started", "EnvironmentAction", name);
  }
}
