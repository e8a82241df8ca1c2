package io.camber.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Under what conditions a scenario is driven.
 *
 * @param faults that are injected, each like {@code lidar_top:dropout@12s..15s,severity=0.5}
 * @param weather like {@code fog:visibility=60m,night}; empty: the scenario's own
 * @param rig sensor rig, a bundled one's name or a file; empty: the default one
 * @param vehicle that the ego is, a bundled one's name or a file; empty: the scenario's own
 * @param without entities of the scenario that nobody meets; its storyboard goes on as if they were there
 * @param planner who plans
 * @param latenciesMs times between a node's call and its output that are not the declared ones, by node
 */
public record RunConditions(
    List<String> faults,
    String weather,
    String rig,
    String vehicle,
    List<String> without,
    PlannerChoice planner,
    Map<String, Double> latenciesMs) {
  /** Nothing is broken, the scenario's weather, one lidar and one camera, the scenario's car, the stack's planner. */
  public static final RunConditions STANDARD =
      new RunConditions(List.of(), "", "", "", List.of(), PlannerChoice.STACK, Map.of());

  public RunConditions {
    faults = List.copyOf(faults);
    without = List.copyOf(without);
    latenciesMs = new TreeMap<>(latenciesMs);
  }

  RunConditions withFault(String fault) {
    List<String> more = new ArrayList<>(faults);
    more.add(fault);
    return new RunConditions(more, weather, rig, vehicle, without, planner, latenciesMs);
  }

  /** The same with these faults and no others. */
  public RunConditions withFaults(List<String> others) {
    return new RunConditions(others, weather, rig, vehicle, without, planner, latenciesMs);
  }

  RunConditions withPlanner(PlannerChoice other) {
    return new RunConditions(faults, weather, rig, vehicle, without, other, latenciesMs);
  }

  RunConditions withoutFaults() {
    return withFaults(List.of());
  }

  RunConditions withWeather(String other) {
    return new RunConditions(faults, other, rig, vehicle, without, planner, latenciesMs);
  }

  RunConditions withRig(String other) {
    return new RunConditions(faults, weather, other, vehicle, without, planner, latenciesMs);
  }

  RunConditions withVehicle(String other) {
    return new RunConditions(faults, weather, rig, other, without, planner, latenciesMs);
  }

  RunConditions without(String entity) {
    List<String> more = new ArrayList<>(without);
    more.add(entity);
    return new RunConditions(faults, weather, rig, vehicle, more, planner, latenciesMs);
  }

  /** The same as arguments of a command. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    faults.forEach(fault -> arguments.addAll(List.of("--fault", fault)));
    if (!weather.isEmpty()) {
      arguments.addAll(List.of("--weather", weather));
    }
    if (!rig.isEmpty()) {
      arguments.addAll(List.of("--rig", rig));
    }
    if (!vehicle.isEmpty()) {
      arguments.addAll(List.of("--vehicle", vehicle));
    }
    without.forEach(entity -> arguments.addAll(List.of("--without", entity)));
    if (planner != PlannerChoice.STACK) {
      arguments.addAll(List.of("--planner", planner.text()));
    }
    latenciesMs.forEach((node, ms) -> arguments.addAll(List.of("--latency", node + "=" + ms)));
    return arguments;
  }
}
