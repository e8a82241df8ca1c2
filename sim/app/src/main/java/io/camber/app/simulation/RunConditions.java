package io.camber.app.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Under what conditions a scenario is driven.
 *
 * @param faults that are injected, each like {@code lidar_top:dropout@12s..15s,severity=0.5}
 */
public record RunConditions(List<String> faults) {
  /** Nothing is broken. */
  public static final RunConditions STANDARD = new RunConditions(List.of());

  public RunConditions {
    faults = List.copyOf(faults);
  }

  RunConditions withFault(String fault) {
    List<String> more = new ArrayList<>(faults);
    more.add(fault);
    return new RunConditions(more);
  }

  RunConditions withoutFaults() {
    return new RunConditions(List.of());
  }

  /** The same as arguments of a command. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    faults.forEach(fault -> arguments.addAll(List.of("--fault", fault)));
    return arguments;
  }
}
