package io.camber.app.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Under what conditions a scenario is driven.
 *
 * @param faults that are injected, each like {@code lidar_top:dropout@12s..15s,severity=0.5}
 * @param weather like {@code fog:visibility=60m,night}; empty: the scenario's own
 * @param rig sensor rig, a bundled one's name or a file; empty: the default one
 * @param vehicle that the ego is, a bundled one's name or a file; empty: the scenario's own
 */
public record RunConditions(List<String> faults, String weather, String rig, String vehicle) {
  /** Nothing is broken, the scenario's weather, one lidar and one camera. */
  public static final RunConditions STANDARD = new RunConditions(List.of(), "", "", "");

  public RunConditions {
    faults = List.copyOf(faults);
  }

  RunConditions withFault(String fault) {
    List<String> more = new ArrayList<>(faults);
    more.add(fault);
    return new RunConditions(more, weather, rig, vehicle);
  }

  RunConditions withoutFaults() {
    return new RunConditions(List.of(), weather, rig, vehicle);
  }

  RunConditions withWeather(String other) {
    return new RunConditions(faults, other, rig, vehicle);
  }

  RunConditions withRig(String other) {
    return new RunConditions(faults, weather, other, vehicle);
  }

  RunConditions withVehicle(String other) {
    return new RunConditions(faults, weather, rig, other);
  }

  /** The same as arguments of a command. */
  List<String> arguments() {
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
    return arguments;
  }
}
