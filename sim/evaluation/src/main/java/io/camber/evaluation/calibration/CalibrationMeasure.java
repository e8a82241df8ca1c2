package io.camber.evaluation.calibration;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Errors of a calibration, and after how much of the drive they stayed small (METRICS 12). */
public final class CalibrationMeasure {
  private static final List<Quantity> ANGLES =
      List.of(Quantity.LIDAR_ROLL, Quantity.LIDAR_PITCH, Quantity.LIDAR_YAW);
  private static final List<Quantity> PLACES =
      List.of(Quantity.LIDAR_X, Quantity.LIDAR_Y, Quantity.LIDAR_HEIGHT);

  private final List<CalibrationResult> results;
  private final CalibrationTruth truth;

  /**
   * A measure.
   *
   * @param results of growing stretches of the drive; the last one is that of the whole drive
   */
  public CalibrationMeasure(List<CalibrationResult> results, CalibrationTruth truth) {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("results is empty");
    }
    this.results = List.copyOf(results);
    this.truth = truth;
  }

  /** How near an estimate must come and stay to count as converged; 0.1 degrees, 2 cm and 5 ms are goals of the project. */
  public static double goal(Quantity quantity) {
    return switch (quantity) {
      case LIDAR_ROLL, LIDAR_PITCH, LIDAR_YAW -> Math.toRadians(0.1);
      case LIDAR_X, LIDAR_Y, LIDAR_HEIGHT -> 0.02;
      case LIDAR_CLOCK -> 0.005;
      case WHEEL_SCALE -> 0.002;
      case GYRO_BIAS -> 0.0002;
      case STEERING_OFFSET -> 0.0005;
      case STEERING_RATIO -> 0.01;
    };
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    CalibrationResult last = results.get(results.size() - 1);
    findings.add(
        metric("calibration.rotationError", rotationError(last), "rad", why(last, ANGLES)));
    findings.add(
        metric("calibration.translationError", translationError(last), "m", why(last, PLACES)));
    for (Quantity quantity : Quantity.values()) {
      String why = why(last, List.of(quantity));
      double error = Math.abs(error(last, quantity));
      String unit = quantity.unit();
      findings.add(metric("calibration.error." + quantity.label(), error, unit, why));
    }
    for (Quantity quantity : Quantity.values()) {
      double sigmas = Math.abs(error(last, quantity)) / last.estimate(quantity).std();
      findings.add(Metric.free(
              "calibration.errorOverStd." + quantity.label(),
              sigmas,
              "1",
              Owner.LOCALIZATION,
              Metric.Better.NEITHER)
          .because(why(last, List.of(quantity))));
    }
    for (Quantity quantity : Quantity.values()) {
      String why = why(last, List.of(quantity));
      findings.add(metric(
          "calibration.convergence." + quantity.label(),
          convergenceS(quantity),
          "s",
          why.isEmpty() ? "the error at the end is beyond the goal" : why));
    }
  }

  /** Estimate less truth; NaN when there is none of either. */
  public double error(CalibrationResult result, Quantity quantity) {
    OptionalDouble value = result.estimate(quantity).value();
    OptionalDouble actual = truth.of(quantity);
    if (value.isEmpty() || actual.isEmpty()) {
      return Double.NaN;
    }
    double error = value.getAsDouble() - actual.getAsDouble();
    return ANGLES.contains(quantity) ? Angles.wrap(error) : error;
  }

  /** The angle of the rotation from the true to the estimated mounting; NaN unless all three angles were found. */
  private double rotationError(CalibrationResult result) {
    Optional<Pose3> actual = truth.baseFromLidar();
    if (actual.isEmpty() || !hasAll(result, ANGLES)) {
      return Double.NaN;
    }
    double[] a = result.baseFromLidar().orElseThrow().rotation();
    double[] b = actual.get().rotation();
    // The sine from the skew part is exact where the cosine of the trace is flat.
    double[] c = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          c[3 * row + column] += a[3 * k + row] * b[3 * k + column];
        }
      }
    }
    double sine = 0.5 * new Vec3(c[7] - c[5], c[2] - c[6], c[3] - c[1]).length();
    return StrictMath.atan2(sine, 0.5 * (c[0] + c[4] + c[8] - 1.0));
  }

  private double translationError(CalibrationResult result) {
    Optional<Pose3> actual = truth.baseFromLidar();
    if (actual.isEmpty() || !hasAll(result, PLACES)) {
      return Double.NaN;
    }
    Vec3 found = result.baseFromLidar().orElseThrow().position();
    return found.minus(actual.get().position()).length();
  }

  /** Length of the drive after which the error stayed within its goal; NaN when it did not. */
  private double convergenceS(Quantity quantity) {
    double since = Double.NaN;
    for (CalibrationResult result : results) {
      double error = Math.abs(error(result, quantity));
      if (!(error <= goal(quantity))) {
        since = Double.NaN;
      } else if (Double.isNaN(since)) {
        since = result.durationS();
      }
    }
    return since;
  }

  private static boolean hasAll(CalibrationResult result, List<Quantity> quantities) {
    return quantities.stream().allMatch(q -> result.estimate(q).value().isPresent());
  }

  /** Why there is no error to tell; empty when there is one. */
  private String why(CalibrationResult result, List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      Estimate estimate = result.estimate(quantity);
      if (estimate.value().isEmpty()) {
        return quantity.label() + " is not observable: " + estimate.note();
      }
      if (truth.of(quantity).isEmpty()) {
        return truth.absence(quantity);
      }
    }
    return "";
  }

  private static Metric metric(String name, double value, String unit, String why) {
    return Metric.free(name, value, unit, Owner.LOCALIZATION, Metric.Better.LOWER)
        .because(why);
  }
}
