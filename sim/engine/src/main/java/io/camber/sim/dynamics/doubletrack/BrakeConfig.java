package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * What brakes lose when they are hot. All brakes together are one thermal mass in moving air.
 *
 * @param hasAntilock wheels are kept at the slip of the largest force instead of locking
 * @param heatJpK capacity
 * @param coolingWpK heat that leaves per degree above the air
 * @param fadeStartC full force up to this temperature
 * @param fadeEndC least force from this temperature on, linear between
 * @param fadedShare share of the force that is left then
 */
public record BrakeConfig(
    boolean hasAntilock,
    double heatJpK,
    double coolingWpK,
    double fadeStartC,
    double fadeEndC,
    double fadedShare) {
  static final double AIR_C = 20.0;

  public BrakeConfig {
    positive("heatJpK", heatJpK);
    positive("coolingWpK", coolingWpK);
    within("fadeStartC", fadeStartC, AIR_C, 1000.0);
    within("fadeEndC", fadeEndC, fadeStartC + 1.0, 2000.0);
    within("fadedShare", fadedShare, 0.0, 1.0);
  }

  /** Share of the force that brakes of this temperature give. */
  double share(double temperatureC) {
    double u = (temperatureC - fadeStartC) / (fadeEndC - fadeStartC);
    return 1.0 - (1.0 - fadedShare) * Math.max(0.0, Math.min(1.0, u));
  }
}
