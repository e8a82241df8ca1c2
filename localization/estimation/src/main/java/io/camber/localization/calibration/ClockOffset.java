package io.camber.localization.calibration;

import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.localization.leastsquares.ClusteredFit;
import io.camber.localization.odometry.Alignment;
import io.camber.localization.odometry.MotionRecord;
import java.util.List;
import java.util.Optional;

/**
 * How far the lidar's clock is ahead: the shift at which the yaw that the gyro saw correlates best with that of the lidar. Coarse
 * over a grid, then by least squares together with the gyro's bias and scale.
 */
final class ClockOffset {
  private static final double NS = 1e-9;
  private static final long REACH_NS = 300_000_000L;
  private static final long GRID_NS = 20_000_000L;
  private static final int ROUNDS = 6;
  private static final int KEYS_MIN = 8;

  /** Vaguer than this it is of no use. */
  private static final double STD_S_MAX = 0.01;

  private ClockOffset() {}

  static Estimate estimate(List<Alignment> alignments, MotionRecord motion) {
    if (alignments.size() < 2 * KEYS_MIN) {
      return absent("only " + alignments.size() + " sweeps fitted an earlier one");
    }
    double offsetNs = coarse(alignments, motion);
    Optional<ClusteredFit.Solution> solution = Optional.empty();
    for (int round = 0; round < ROUNDS; round++) {
      ClusteredFit fit = new ClusteredFit(3);
      long shift = Math.round(offsetNs);
      for (Alignment one : alignments) {
        long from = one.keyNs() - shift;
        long to = one.timeNs() - shift;
        if (motion.covers(from, to)) {
          double yaw = one.keyFromSweep().yaw();
          double error = yaw - (motion.yawAt(to) - motion.yawAt(from));
          double change = motion.yawRateAt(to) - motion.yawRateAt(from);
          fit.add(one.keyNs(), new double[] {-change, -(to - from) * NS, yaw}, error);
        }
      }
      solution = fit.solve();
      if (solution.isEmpty()) {
        return absent("the car did not turn");
      }
      offsetNs += solution.get().value(0) / NS;
      if (Math.abs(offsetNs) > REACH_NS) {
        return absent("yaw of lidar and gyro do not correlate: turning never changed enough");
      }
    }
    int keys = solution.orElseThrow().clusters();
    double std = solution.orElseThrow().std(0);
    if (keys < KEYS_MIN) {
      return absent("sweeps fitted only " + keys + " earlier ones");
    }
    return std <= STD_S_MAX
        ? Estimate.of(Quantity.LIDAR_CLOCK, offsetNs * NS, std, "yaw of the lidar against the gyro")
        : absent("turn rates changed too little: one sigma is " + Math.round(std * 1e3) + " ms");
  }

  private static Estimate absent(String reason) {
    return Estimate.absent(Quantity.LIDAR_CLOCK, reason);
  }

  private static double coarse(List<Alignment> alignments, MotionRecord motion) {
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long shift = -REACH_NS; shift <= REACH_NS; shift += GRID_NS) {
      double sum = 0.0;
      int count = 0;
      for (Alignment one : alignments) {
        long from = one.keyNs() - shift;
        long to = one.timeNs() - shift;
        if (motion.covers(from, to)) {
          sum += Math.abs(one.keyFromSweep().yaw() - (motion.yawAt(to) - motion.yawAt(from)));
          count++;
        }
      }
      if (count > 0 && sum / count < least) {
        least = sum / count;
        best = shift;
      }
    }
    return (double) best;
  }
}
