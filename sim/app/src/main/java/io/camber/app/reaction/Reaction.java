package io.camber.app.reaction;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From the moment at which somebody comes into sight to the first command that brakes by 0.5 m/s2 more than the drive without him,
 * and to the first moment at which the car itself does (METRICS 11, E2E-2). Both drives have the same bytes until the first ray meets
 * him, so the difference is that somebody's doing.
 *
 * @param inSightS when he came into sight, at {@code rangeM}
 * @param commandS when the command was published
 * @param brakes when the car braked; empty when it never did
 */
public record Reaction(
    String entity,
    double inSightS,
    double rangeM,
    double speedMps,
    double commandS,
    double commandWayM,
    Optional<Braking> brakes) {
  /** When the car itself braked, and how far it had come since he was in sight. */
  public record Braking(double timeS, double wayM) {}

  /** As much more braking is a reaction. */
  static final double MORE_MPS2 = 0.5;

  private static final double S = 1e-9;
  private static final long STEP_NS = 10_000_000L;

  /** Nobody who was in sight made any difference: empty. */
  static Optional<Reaction> of(String entity, DriveTrace with, DriveTrace without) {
    Optional<Long> command = first(with.commands(), without.commands());
    if (command.isEmpty()) {
      return Optional.empty();
    }
    long commandNs = command.get();
    var sight = with.inSightSince(commandNs, STEP_NS);
    if (sight.isEmpty()) {
      return Optional.empty();
    }
    long sightNs = sight.getAsLong();
    double sightWayM = way(with, sightNs);
    NavigableMap<Long, Double> braking = accelerations(with);
    NavigableMap<Long, Double> twin = accelerations(without);
    Optional<Braking> brakes = first(tail(braking, commandNs), twin)
        .map(timeNs -> new Braking(timeNs * S, way(with, timeNs) - sightWayM));
    return Optional.of(new Reaction(
        entity,
        sightNs * S,
        Objects.requireNonNull(with.ranges().get(sightNs)),
        speed(with, sightNs),
        commandNs * S,
        way(with, commandNs) - sightWayM,
        brakes));
  }

  private static NavigableMap<Long, Double> tail(NavigableMap<Long, Double> values, long fromNs) {
    return values.tailMap(fromNs, true);
  }

  private static NavigableMap<Long, Double> accelerations(DriveTrace trace) {
    TreeMap<Long, Double> accelerations = new TreeMap<>();
    trace.motion().forEach((timeNs, motion) -> accelerations.put(timeNs, motion.accelMps2()));
    return accelerations;
  }

  /** The first time of a braking that is harder than the twin's of the same time by enough; nothing beyond the twin's end. */
  private static Optional<Long> first(
      NavigableMap<Long, Double> values, NavigableMap<Long, Double> twin) {
    if (twin.isEmpty()) {
      return Optional.empty();
    }
    return values.headMap(twin.lastKey(), true).entrySet().stream()
        .filter(entry -> {
          var other = twin.floorEntry(entry.getKey());
          return other != null
              && entry.getValue() < 0.0
              && entry.getValue() <= other.getValue() - MORE_MPS2;
        })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static double way(DriveTrace trace, long timeNs) {
    var at = trace.motion().floorEntry(timeNs);
    return at == null ? 0.0 : at.getValue().wayM();
  }

  private static double speed(DriveTrace trace, long timeNs) {
    return (way(trace, timeNs + STEP_NS) - way(trace, timeNs)) / (STEP_NS * S);
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "%s in sight at %.2f s, %.1f m away, at %.1f m/s%n"
            + "  command to brake  %4.0f ms later, %.1f m on%n",
        entity,
        inSightS,
        rangeM,
        speedMps,
        commandMs(),
        commandWayM));
    brakes.ifPresentOrElse(
        braking -> text.append(String.format(
            Locale.ROOT,
            "  the car brakes    %4.0f ms later, %.1f m on%n",
            (braking.timeS() - inSightS) * 1e3,
            braking.wayM())),
        () -> text.append(String.format("  the car itself never braked by as much%n")));
    return text.toString();
  }

  /** For programs. */
  public String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("entity", entity);
    json.addProperty("in_sight_s", inSightS);
    json.addProperty("range_m", rangeM);
    json.addProperty("speed_mps", speedMps);
    json.addProperty("command_ms", commandMs());
    json.addProperty("command_way_m", commandWayM);
    brakes.ifPresent(braking -> {
      json.addProperty("braking_ms", (braking.timeS() - inSightS) * 1e3);
      json.addProperty("braking_way_m", braking.wayM());
    });
    return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
  }

  /** From sight to command. */
  public double commandMs() {
    return (commandS - inSightS) * 1e3;
  }
}
