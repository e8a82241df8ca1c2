package io.camber.app.simulation;

import io.camber.app.traffic.sumo.SumoTraffic;
import io.camber.sim.traffic.ambient.AmbientTraffic;
import io.camber.sim.traffic.ambient.ParkedCars;
import io.camber.sim.traffic.ambient.TrafficAround;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who drives and parks beside the scenario's actors.
 *
 * @param vehicles of our own traffic
 * @param sumo configuration of a SUMO that drives instead
 * @param parked share of the map's parking places that are taken, 0 to 1
 */
public record TrafficChoice(int vehicles, Optional<Path> sumo, double parked) {
  /** Nobody. */
  public static final TrafficChoice NONE = new TrafficChoice(0, Optional.empty(), 0.0);

  private static final String SUMO = "sumo:";
  private static final String PARKED = "parked:";

  public TrafficChoice {
    if (vehicles < 0 || vehicles > 10_000) {
      throw new IllegalArgumentException("traffic=" + vehicles + " is outside [0, 10000]");
    }
    if (!(parked >= 0.0 && parked <= 1.0)) {
      throw new IllegalArgumentException("traffic=parked:" + parked + " is outside [0, 1]");
    }
  }

  static TrafficChoice of(int vehicles) {
    return new TrafficChoice(vehicles, Optional.empty(), 0.0);
  }

  /** Reads words with commas between them: a number of vehicles or {@code sumo:FILE.sumocfg}, and {@code parked:SHARE}. */
  public static TrafficChoice parse(String text) {
    TrafficChoice choice = NONE;
    for (String word : text.split(",(?=" + PARKED + "|" + SUMO + "|\\d+$)", -1)) {
      choice = choice.with(word.strip());
    }
    return choice;
  }

  private TrafficChoice with(String word) {
    try {
      if (word.startsWith(PARKED)) {
        return new TrafficChoice(
            vehicles, sumo, Double.parseDouble(word.substring(PARKED.length())));
      }
      if (word.startsWith(SUMO)) {
        return new TrafficChoice(
            vehicles, Optional.of(Path.of(word.substring(SUMO.length()))), parked);
      }
      return new TrafficChoice(Integer.parseInt(word), sumo, parked);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "traffic=" + word
              + " is neither a number of vehicles nor sumo:FILE.sumocfg nor parked:SHARE",
          e);
    }
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** Whether a number of vehicles says it all. */
  boolean isPlain() {
    return sumo.isEmpty() && parked == 0.0;
  }

  TrafficChoice withoutPrograms() {
    return new TrafficChoice(vehicles, Optional.empty(), parked);
  }

  /** What {@link #parse} reads, with a path that leads to the file from any folder. */
  String text() {
    List<String> words = new ArrayList<>();
    words.add(sumo.map(file -> SUMO + file.toAbsolutePath().normalize())
        .orElse(Integer.toString(vehicles)));
    if (parked > 0.0) {
      words.add(PARKED + parked);
    }
    return String.join(",", words);
  }

  /** What lets it begin; empty for nobody. */
  Optional<TrafficAround.Factory> factory() {
    Optional<TrafficAround.Factory> moving = sumo.isPresent()
        ? Optional.of(SumoTraffic.of(sumo.get()))
        : vehicles == 0 ? Optional.empty() : Optional.of(AmbientTraffic.of(vehicles));
    return parked == 0.0 ? moving : Optional.of(ParkedCars.beside(moving, parked));
  }
}
