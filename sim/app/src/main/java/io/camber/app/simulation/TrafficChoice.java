package io.camber.app.simulation;

import io.camber.app.traffic.sumo.SumoTraffic;
import io.camber.sim.traffic.ambient.AmbientTraffic;
import io.camber.sim.traffic.ambient.TrafficAround;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who drives beside the scenario's actors.
 *
 * @param vehicles of our own traffic
 * @param sumo configuration of a SUMO that drives instead
 */
public record TrafficChoice(int vehicles, Optional<Path> sumo) {
  /** Nobody. */
  public static final TrafficChoice NONE = new TrafficChoice(0, Optional.empty());

  private static final String SUMO = "sumo:";

  public TrafficChoice {
    if (vehicles < 0 || vehicles > 10_000) {
      throw new IllegalArgumentException("traffic=" + vehicles + " is outside [0, 10000]");
    }
  }

  static TrafficChoice of(int vehicles) {
    return new TrafficChoice(vehicles, Optional.empty());
  }

  /** Reads a number of vehicles, or {@code sumo:FILE.sumocfg}. */
  public static TrafficChoice parse(String text) {
    if (text.startsWith(SUMO)) {
      return new TrafficChoice(0, Optional.of(Path.of(text.substring(SUMO.length()))));
    }
    try {
      return of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "traffic=" + text + " is neither a number of vehicles nor sumo:FILE.sumocfg", e);
    }
  }

  boolean isNone() {
    return vehicles == 0 && sumo.isEmpty();
  }

  /** What {@link #parse} reads, with a path that leads to the file from any folder. */
  String text() {
    return sumo.map(file -> SUMO + file.toAbsolutePath().normalize())
        .orElse(Integer.toString(vehicles));
  }

  /** What lets it begin; empty for nobody. */
  Optional<TrafficAround.Factory> factory() {
    if (sumo.isPresent()) {
      return Optional.of(SumoTraffic.of(sumo.get()));
    }
    return vehicles == 0 ? Optional.empty() : Optional.of(AmbientTraffic.of(vehicles));
  }
}
