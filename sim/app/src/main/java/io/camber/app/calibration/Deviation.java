package io.camber.app.calibration;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import java.util.List;
import java.util.OptionalDouble;

/** What a calibration says is wrong: estimates that differ from what was published by more than three of their sigmas. */
final class Deviation {
  static final int SIGMAS = 3;

  private Deviation() {}

  /** Labels of what is off, in the order of the quantities. */
  static List<String> off(CalibrationResult result) {
    return result.estimates().stream()
        .filter(estimate -> isOff(result, estimate))
        .map(estimate -> estimate.quantity().label())
        .toList();
  }

  private static boolean isOff(CalibrationResult result, Estimate estimate) {
    OptionalDouble value = estimate.value();
    return value.isPresent()
        && Math.abs(value.getAsDouble() - result.published(estimate.quantity()))
            > SIGMAS * estimate.std();
  }
}
