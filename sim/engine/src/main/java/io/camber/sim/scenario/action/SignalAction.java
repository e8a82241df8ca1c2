package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.entity.Stage;

/**
 * TrafficSignalAction: sets what one light shows, or starts a phase of a controller.
 *
 * @param name of the light or controller
 * @param value state of the light or name of the phase
 */
@Plays({"TrafficSignalStateAction", "TrafficSignalControllerAction"})
record SignalAction(boolean controller, String name, String value, Node node)
    implements GlobalAction {
  static SignalAction read(Node action) {
    Node node = action.choice();
    return switch (node.name()) {
      case "TrafficSignalStateAction" ->
        new SignalAction(false, node.text("name"), node.text("state"), node);
      case "TrafficSignalControllerAction" -> {
        node.ignore("Phase");
        yield new SignalAction(
            true, node.text("trafficSignalControllerRef"), node.text("phase"), node);
      }
      default -> throw node.error("<" + node.name() + "> is not a traffic signal action");
    };
  }

  @Override
  public void run(Stage stage) {
    if (!controller) {
      if (stage.signals().knows(name)) {
        stage.signals().set(name, value);
      } else if (stage.net().map().findSignal(name).isPresent()) {
        stage.report("warning", name, "is a sign, not a light: its state does not change");
      } else {
        throw node.error("the map has no signal " + name);
      }
      return;
    }
    boolean started = stage
        .signals()
        .findController(name)
        .orElseThrow(() -> node.error("there is no traffic signal controller \"" + name + "\""))
        .jumpTo(value, stage.timeS(), stage.signals());
    if (!started) {
      throw node.error("traffic signal controller \"" + name + "\" has no phase \"" + value + "\"");
    }
  }
}
