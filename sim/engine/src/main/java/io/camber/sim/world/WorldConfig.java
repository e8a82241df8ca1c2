package io.camber.sim.world;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

/**
 * Who drives the ego when.
 *
 * @param warmUpS the scenario drives the ego at least this long, so that the stack can look around
 * @param handoverSMax the stack is responsible from here on, whether it has spoken or not
 * @param commandAgeSMax older commands do not start a handover
 * @param holdS the car obeys its last command this long
 * @param silenceDecelMps2 how it brakes afterwards, steering held
 */
public record WorldConfig(
    double warmUpS,
    double handoverSMax,
    double commandAgeSMax,
    double holdS,
    double silenceDecelMps2) {
  public WorldConfig {
    notNegative("warmUpS", warmUpS);
    within("handoverSMax", handoverSMax, warmUpS, 60.0);
    notNegative("commandAgeSMax", commandAgeSMax);
    notNegative("holdS", holdS);
    within("silenceDecelMps2", silenceDecelMps2, 0.1, 9.0);
  }

  /** Three lidar sweeps of warm-up, at most 3 s of it; half a second of trust, then gentle braking. */
  public static WorldConfig standard() {
    return new WorldConfig(0.3, 3.0, 0.2, 0.5, 2.0);
  }
}
