package io.camber.sim.scenario.signal;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A traffic signal controller of the file.
 *
 * @param delayS its first phase starts so long after that of the controller it refers to
 */
@Plays({"TrafficSignalController", "Phase", "TrafficSignalState"})
@Plays(
    value = {"TrafficSignalGroupState", "TrafficeSignalGroupState"},
    support = Support.PARTLY,
    note = "read, without effect")
public record ControllerSpec(
    String name, double delayS, Optional<String> reference, List<Phase> phases) {
  public ControllerSpec {
    phases = List.copyOf(phases);
  }

  public static ControllerSpec read(Node node) {
    List<Phase> phases = new ArrayList<>();
    for (Node phase : node.all("Phase")) {
      double duration = phase.number("duration");
      if (duration < 0.0) {
        throw phase.error("phase duration " + duration + " s is negative");
      }
      List<Phase.LightState> lights = new ArrayList<>();
      for (Node state : phase.all("TrafficSignalState")) {
        lights.add(new Phase.LightState(state.text("trafficSignalId"), state.text("state")));
      }
      phase.find("TrafficSignalGroupState").ifPresent(Node::ignoreAll);
      phases.add(new Phase(phase.text("name"), duration, lights));
    }
    return new ControllerSpec(
        node.text("name"), node.number("delay", 0.0), node.findText("reference"), phases);
  }

  double cycleS() {
    double cycle = 0.0;
    for (Phase phase : phases) {
      cycle += phase.durationS();
    }
    return cycle;
  }
}
