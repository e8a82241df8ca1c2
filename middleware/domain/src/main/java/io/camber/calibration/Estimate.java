package io.camber.calibration;

import java.util.OptionalDouble;

/**
 * One calibrated quantity.
 *
 * @param value in the quantity's unit; empty when the drive does not show it
 * @param std one sigma; 0 without a value
 * @param note what it was found from, or why there is none
 */
public record Estimate(Quantity quantity, OptionalDouble value, double std, String note) {
  public Estimate {
    boolean finite = Double.isFinite(value.orElse(0.0)) && Double.isFinite(std) && std >= 0.0;
    if (!finite) {
      throw new IllegalArgumentException(
          quantity + " is not finite: value=" + value + ", std=" + std);
    }
  }

  public static Estimate of(Quantity quantity, double value, double std, String source) {
    return new Estimate(quantity, OptionalDouble.of(value), std, source);
  }

  /** Not observable, and why. */
  public static Estimate absent(Quantity quantity, String reason) {
    return new Estimate(quantity, OptionalDouble.empty(), 0.0, reason);
  }
}
