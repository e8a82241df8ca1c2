package io.camber.app.simulation;

import io.camber.app.sensors.SensorRig;
import io.camber.bus.node.NodeSpec;
import io.camber.diagnostics.InputException;
import io.camber.sim.fault.Fault;
import io.camber.sim.fault.FaultSchedule;
import io.camber.sim.fault.FaultTargets;
import io.camber.sim.fault.Lift;
import io.camber.sim.fault.node.FaultyNode;
import java.util.ArrayList;
import java.util.List;

/** The faults of one run: those of its options and those that its scenario may ask for. */
final class RunFaults {
  private final List<Fault> given;
  private final List<Fault> all;
  private final List<String> sensors;
  private final List<Lift> lifts;

  private RunFaults(List<Fault> given, List<Fault> all, List<String> sensors, List<Lift> lifts) {
    this.given = given;
    this.all = all;
    this.sensors = sensors;
    this.lifts = lifts;
  }

  /** Clocks of the rig that are off are faults that last for the whole run. */
  static RunFaults of(SimulationOptions options, List<Fault> ofScenario, SensorRig rig) {
    List<Fault> given =
        new ArrayList<>(options.conditions().faults().stream().map(Fault::parse).toList());
    if (options.sensors() == Sensors.ALL) {
      rig.clockFaults().forEach(text -> given.add(Fault.parse(text)));
    }
    List<Fault> all = new ArrayList<>(given);
    all.addAll(ofScenario);
    return new RunFaults(
        given, all, options.sensors() == Sensors.ALL ? rig.sensorIds() : List.of(), List.of());
  }

  /** The same, with times at which nothing strikes some targets. */
  RunFaults lifted(List<Lift> times) {
    return new RunFaults(given, all, sensors, times);
  }

  /** Targets, in alphabetical order. */
  List<String> struck() {
    return all.stream().map(Fault::target).distinct().sorted().toList();
  }

  /** The rig as somebody has plugged it in. */
  SensorRig onCables(SensorRig rig) {
    SensorRig plugged = rig;
    for (Fault fault : all) {
      if (fault.kind().equals("swapped") && rig.sensorIds().contains(fault.target())) {
        plugged = plugged.withSwapped(fault.target());
      }
    }
    return plugged;
  }

  /** Nodes that suffer what is asked for, unless nothing is. The topics closed to a node stay so. */
  List<NodeSpec> on(List<NodeSpec> nodes) {
    return all.isEmpty() ? nodes : nodes.stream().map(RunFaults::faulty).toList();
  }

  private static NodeSpec faulty(NodeSpec node) {
    return new NodeSpec(
        node.name(),
        FaultyNode.of(node.factory(), node.closedPrefixes()),
        node.latencyNs(),
        List.of(),
        node.overrides(),
        node.parameters(),
        node.essential());
  }

  /**
   * Refuses what the run cannot break.
   *
   * @throws InputException naming the fault
   */
  void check(List<NodeSpec> nodes) {
    if (nodes.isEmpty() && !given.isEmpty()) {
      throw new InputException(
          "fault " + given.get(0).text()
              + ": nobody drives in this run, so there is nothing to break; leave out --ego none or the fault");
    }
    if (!nodes.isEmpty()) {
      FaultTargets targets = targets(nodes);
      all.forEach(targets::check);
    }
  }

  /** Times of all faults, as far as they are known at the start. */
  FaultSchedule schedule(List<NodeSpec> nodes, long seed) {
    if (nodes.isEmpty()) {
      return FaultSchedule.empty();
    }
    FaultSchedule schedule = new FaultSchedule(targets(nodes), seed);
    lifts.forEach(schedule::lift);
    given.forEach(fault -> schedule.announce(fault, 0));
    return schedule;
  }

  private FaultTargets targets(List<NodeSpec> nodes) {
    // A crash of the world around the car would be none of the car's.
    List<String> own =
        nodes.stream().filter(node -> !node.essential()).map(NodeSpec::name).toList();
    return new FaultTargets(sensors, own);
  }
}
