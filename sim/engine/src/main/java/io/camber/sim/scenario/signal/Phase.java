package io.camber.sim.scenario.signal;

import java.util.List;

/** A phase of a controller: how long it lasts and what its lights show. */
record Phase(String name, double durationS, List<LightState> lights) {
  /** What one light shows, in the words of the file. */
  public record LightState(String signalId, String state) {}

  public Phase {
    lights = List.copyOf(lights);
  }
}
