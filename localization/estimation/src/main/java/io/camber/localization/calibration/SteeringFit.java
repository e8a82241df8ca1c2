package io.camber.localization.calibration;

import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.localization.leastsquares.ClusteredFit;
import io.camber.localization.odometry.MotionRecord;
import io.camber.vehicle.VehicleReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Zero and ratio of the steering angle: what the car turns, by the single-track model {@code yawRate = speed tan(angle - slip)/
 * wheelbase} with understeer {@code slip = K speed yawRate} (Rajamani 2012, ch. 3.3), against what it reports.
 */
final class SteeringFit {
  private static final double SPEED_MPS_MIN = 3.0;

  /** Faster than this the car lags behind its wheels. */
  private static final double STEERING_RADPS_MAX = 0.05;

  private static final double LATERAL_MPS2_MAX = 3.0;
  private static final long BLOCK_NS = 2_000_000_000L;
  private static final long STEP_NS = 100_000_000L;
  private static final int BLOCKS_MIN = 5;
  private static final double OFFSET_STD_MAX = 0.001;
  private static final double RATIO_STD_MAX = 0.02;

  private SteeringFit() {}

  /** Offset and ratio. */
  static List<Estimate> estimate(
      List<VehicleReport> reports,
      double wheelbaseM,
      MotionRecord motion,
      long untilNs,
      double wheelScale,
      Optional<Double> gyroBias) {
    if (gyroBias.isEmpty()) {
      return absent("the gyro's bias is not known");
    }
    ClusteredFit fit = new ClusteredFit(3);
    long nextNs = Long.MIN_VALUE;
    for (int i = 1; i < reports.size() && reports.get(i).timeNs() <= untilNs; i++) {
      VehicleReport report = reports.get(i);
      long timeNs = report.timeNs();
      if (timeNs < nextNs || !motion.covers(timeNs - STEP_NS / 2, timeNs + STEP_NS / 2)) {
        continue;
      }
      nextNs = timeNs + STEP_NS;
      double speed = wheelScale * motion.speedAt(timeNs);
      double rate = (motion.yawAt(timeNs + STEP_NS / 2) - motion.yawAt(timeNs - STEP_NS / 2))
              / (STEP_NS * 1e-9)
          - gyroBias.get();
      boolean isSteady = Math.abs(steeringRate(reports, i)) <= STEERING_RADPS_MAX
          && Math.abs(speed * rate) <= LATERAL_MPS2_MAX;
      if (speed >= SPEED_MPS_MIN && isSteady && Double.isFinite(report.steeringAngle())) {
        double kinematic = StrictMath.atan(wheelbaseM * rate / speed);
        fit.add(
            timeNs / BLOCK_NS,
            new double[] {1.0, report.steeringAngle(), -speed * rate},
            kinematic);
      }
    }
    return judged(fit);
  }

  /** Over a quarter of a second before; single samples are too coarse. */
  private static double steeringRate(List<VehicleReport> reports, int i) {
    int before = i;
    while (before > 0 && reports.get(i).timeNs() - reports.get(before).timeNs() < 250_000_000L) {
      before--;
    }
    double seconds = (reports.get(i).timeNs() - reports.get(before).timeNs()) * 1e-9;
    return seconds > 0.0
        ? (reports.get(i).steeringAngle() - reports.get(before).steeringAngle()) / seconds
        : Double.POSITIVE_INFINITY;
  }

  private static List<Estimate> judged(ClusteredFit fit) {
    if (fit.size() < BLOCKS_MIN) {
      return absent("the car was never steady and faster than 3 m/s");
    }
    Optional<ClusteredFit.Solution> solved = fit.solve();
    if (solved.isEmpty()) {
      return absent("the car never turned, or too seldom, while steady and faster than 3 m/s");
    }
    ClusteredFit.Solution solution = solved.get();
    if (solution.clusters() < BLOCKS_MIN) {
      return absent("the car was steady and faster than 3 m/s for " + solution.clusters()
          + " stretches of 2 s");
    }
    List<Estimate> found = new ArrayList<>();
    String source = "turns of the car over " + solution.clusters() + " stretches";
    boolean hasRatio = solution.std(1) <= RATIO_STD_MAX;
    double offset = -solution.value(0) / solution.value(1);
    double offsetStd = solution.std(0) / Math.abs(solution.value(1));
    found.add(
        offsetStd <= OFFSET_STD_MAX
            ? Estimate.of(Quantity.STEERING_OFFSET, offset, offsetStd, source)
            : Estimate.absent(Quantity.STEERING_OFFSET, "too few steady stretches"));
    found.add(
        hasRatio
            ? Estimate.of(Quantity.STEERING_RATIO, solution.value(1), solution.std(1), source)
            : Estimate.absent(Quantity.STEERING_RATIO, "too few steady bends at different speeds"));
    return found;
  }

  private static List<Estimate> absent(String reason) {
    return List.of(
        Estimate.absent(Quantity.STEERING_OFFSET, reason),
        Estimate.absent(Quantity.STEERING_RATIO, reason));
  }
}
