package io.camber.sim.scenario.condition;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Rule;
import io.camber.sim.scenario.document.TimeOfDay;
import io.camber.sim.scenario.signal.ControllerRun;

/** Reads ByValueCondition elements. */
@Plays({
  "ByValueCondition",
  "SimulationTimeCondition",
  "ParameterCondition",
  "VariableCondition",
  "TrafficSignalCondition",
  "TrafficSignalControllerCondition",
  "TimeOfDayCondition"
})
@Plays(
    value = "UserDefinedValueCondition",
    support = Support.PARTLY,
    note = "compares with what the embedding program has set; false before")
final class ByValue {
  private ByValue() {}

  static Test read(Node holder) {
    Node node = holder.choice();
    return switch (node.name()) {
      case "SimulationTimeCondition" -> simulationTime(node);
      case "ParameterCondition" -> ValueTest.parameter(node);
      case "VariableCondition" -> ValueTest.variable(node);
      case "StoryboardElementStateCondition" -> ElementStateTest.read(node);
      case "TrafficSignalCondition" -> signal(node);
      case "TrafficSignalControllerCondition" -> controller(node);
      case "TimeOfDayCondition" -> timeOfDay(node);
      case "UserDefinedValueCondition" -> userDefined(node);
      default -> throw node.error("<" + node.name() + "> is not a value condition");
    };
  }

  private static Test simulationTime(Node node) {
    double value = node.number("value");
    Rule rule = node.oneOf("rule", Rule.class);
    return (Test.OnStage) stage -> rule.compare(stage.timeS(), value);
  }

  private static Test timeOfDay(Node node) {
    double wantedS = TimeOfDay.read(node, "dateTime");
    Rule rule = node.oneOf("rule", Rule.class);
    return (Test.OnStage) stage -> {
      double nowS = stage.timeOfDayS();
      return !Double.isNaN(nowS) && rule.compare(nowS, wantedS);
    };
  }

  /** A value that the program around the scenario gives by name; without it the condition does not hold. */
  private static Test userDefined(Node node) {
    String name = node.text("name");
    String value = node.text("value");
    Rule rule = node.oneOf("rule", Rule.class, Rule.EQUAL_TO);
    return (Test.OnStage)
        stage -> stage.userValue(name).filter(now -> rule.compare(now, value)).isPresent();
  }

  private static Test signal(Node node) {
    String name = node.text("name");
    String state = node.text("state");
    return (Test.OnStage) stage -> stage.signals().state(name).equals(state);
  }

  private static Test controller(Node node) {
    String name = node.text("trafficSignalControllerRef");
    String phase = node.text("phase");
    return (Test.OnStage) stage -> stage
        .signals()
        .findController(name)
        .map(ControllerRun::phase)
        .filter(phase::equals)
        .isPresent();
  }
}
