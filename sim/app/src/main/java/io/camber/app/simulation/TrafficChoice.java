package io.camber.app.simulation;

import io.camber.app.traffic.sumo.SumoTraffic;
import io.camber.sim.traffic.ambient.AmbientTraffic;
import io.camber.sim.traffic.ambient.ParkedCars;
import io.camber.sim.traffic.ambient.TrafficAround;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final Pattern FORM = Pattern.compile(
      "(?:sumo:(?<file>.+?)|(?<number>[^,:]*))(?:(?:^|,\\s*)parked:(?<share>[^,]*))?");

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

  /** Reads a number of vehicles or {@code sumo:FILE.sumocfg}, then {@code ,parked:SHARE}; either may be absent, not both. */
  public static TrafficChoice parse(String text) {
    Matcher words = FORM.matcher(text.strip());
    if (!words.matches() || text.isBlank()) {
      throw wrong(text, null);
    }
    String number = words.group("number");
    String file = words.group("file");
    String share = words.group("share");
    try {
      return new TrafficChoice(
          number == null || (number.isEmpty() && share != null) ? 0 : Integer.parseInt(number),
          Optional.ofNullable(file).map(Path::of),
          share == null ? 0.0 : 0.0 + Double.parseDouble(share));
    } catch (NumberFormatException e) {
      throw wrong(text, e);
    }
  }

  private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "traffic=" + text + " is not N, sumo:FILE.sumocfg, parked:SHARE,"
            + " or one of the first two with ,parked:SHARE behind it",
        cause);
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
