package io.camber.sim.world;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import java.util.Optional;

/**
 * Who drives the ego when, and which car that is.
 *
 * @param warmUpS the scenario drives the ego at least this long, so that the stack can look around
 * @param handoverSMax the stack is responsible from here on, whether it has spoken or not
 * @param commandAgeSMax older commands do not start a handover
 * @param holdS the car obeys its last command this long
 * @param silenceDecelMps2 how it brakes afterwards, steering held
 * @param vehicle that the ego is, whatever the scenario says of it; empty for a single-track model of the scenario's own
 */
public record WorldConfig(
    double warmUpS,
    double handoverSMax,
    double commandAgeSMax,
    double holdS,
    double silenceDecelMps2,
    Optional<DoubleTrackConfig> vehicle) {
  public WorldConfig {
    notNegative("warmUpS", warmUpS);
    within("handoverSMax", handoverSMax, warmUpS, 60.0);
    notNegative("commandAgeSMax", commandAgeSMax);
    notNegative("holdS", holdS);
    within("silenceDecelMps2", silenceDecelMps2, 0.1, 9.0);
  }

  /** The scenario's own car. */
  public WorldConfig(
      double warmUpS,
      double handoverSMax,
      double commandAgeSMax,
      double holdS,
      double silenceDecelMps2) {
    this(warmUpS, handoverSMax, commandAgeSMax, holdS, silenceDecelMps2, Optional.empty());
  }

  public WorldConfig withVehicle(DoubleTrackConfig other) {
    return new WorldConfig(
        warmUpS, handoverSMax, commandAgeSMax, holdS, silenceDecelMps2, Optional.of(other));
  }

  /** Three lidar sweeps of warm-up, at most 3 s of it; half a second of trust, then gentle braking. */
  public static WorldConfig standard() {
    return new WorldConfig(0.3, 3.0, 0.2, 0.5, 2.0);
  }
}
