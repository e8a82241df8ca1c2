package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.TimeOfDay;
import io.camber.sim.scenario.entity.Stage;
import java.util.Optional;

/**
 * EnvironmentAction: sets the time of day, the weather and the friction of the road.
 *
 * @param timeOfDayS seconds since 1970, NaN when the environment is silent
 * @param animated whether time goes on
 */
@Plays(
    value = {"EnvironmentAction", "Environment"},
    support = Support.PARTLY,
    note =
        "time of day, fog, precipitation, sun, friction and wetness; it is as bright as the sun's height makes it")
@Plays("TimeOfDay")
record EnvironmentAction(String name, double timeOfDayS, boolean animated, WeatherChange weather)
    implements GlobalAction {
  static EnvironmentAction read(Node node) {
    Node environment = node.findOrReference("Environment")
        .map(Node::withParameters)
        .orElseThrow(
            () -> node.error("<EnvironmentAction> needs an <Environment> or a <CatalogReference>"));
    String name = environment.text("name", "");
    Optional<Node> time = environment.find("TimeOfDay");
    double timeOfDay = time.map(found -> TimeOfDay.read(found, "dateTime")).orElse(Double.NaN);
    boolean animated = time.map(found -> found.truth("animation", false)).orElse(false);
    WeatherChange weather = WeatherChange.read(environment, timeOfDay);
    environment.ignore("ParameterDeclarations");
    return new EnvironmentAction(name, timeOfDay, animated, weather);
  }

  @Override
  public void run(Stage stage) {
    if (!Double.isNaN(timeOfDayS)) {
      stage.setTimeOfDay(timeOfDayS, animated);
    }
    stage.setWeather(weather.on(stage.weather()));
    stage.report("started", "EnvironmentAction", name);
  }
}
