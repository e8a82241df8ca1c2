package io.camber.localization.calibration;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.localization.leastsquares.NormalEquations;
import io.camber.localization.odometry.Alignment;
import io.camber.localization.odometry.Course;
import io.camber.localization.odometry.MotionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mounting in the plane from two views of the same motion: {@code A X = X B} (Tsai and Lenz 1989) with what the lidar saw and
 * what wheels and gyro measured, and with their scales and bias as further unknowns. By Gauss-Newton over all stretches from a
 * key sweep to the last one that fits it.
 */
final class HandEye {
  static final int YAW = 0;
  static final int X = 1;
  static final int Y = 2;
  static final int WHEEL_SCALE = 3;
  static final int GYRO_BIAS = 4;
  static final int GYRO_SCALE = 5;
  static final int SLIP = 6;
  private static final int UNKNOWNS = 7;

  /** What is known before the drive, one sigma: anything goes but for the gyro's scale and how much tyres of a usual car slip. */
  private static final double[] PRIOR = {0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.005};

  private static final double[] PRIOR_STD = {0.5, 2.0, 2.0, 0.2, 0.05, 0.003, 0.003};
  private static final double[] STEP = {1e-4, 1e-3, 1e-3, 1e-4, 1e-5, 1e-4, 1e-4};

  /** What a match is worse than its points say: they are not independent. */
  private static final double FLOOR_M = 0.004;

  private static final double FLOOR_YAW = 0.0002;
  private static final double KERNEL = 3.0;
  private static final int ROUNDS = 8;
  private static final double TRAVEL_M_MIN = 0.5;

  private final List<Stretch> stretches = new ArrayList<>();
  private double[] values = PRIOR.clone();

  private record Stretch(Pose2 measured, Course course, double stdX, double stdY, double stdYaw) {}

  /** Values and their standard deviations, by index; how far the car turned, in rad, and came in all stretches together. */
  static final class Solution {
    private final double[] values;
    private final double[] stds;
    private final int stretches;
    private final double turned;
    private final double travelM;

    private Solution(double[] values, double[] stds, int stretches, double turned, double travelM) {
      this.values = values;
      this.stds = stds;
      this.stretches = stretches;
      this.turned = turned;
      this.travelM = travelM;
    }

    double value(int k) {
      return values[k];
    }

    double std(int k) {
      return stds[k];
    }

    int stretches() {
      return stretches;
    }

    double turned() {
      return turned;
    }

    double travelM() {
      return travelM;
    }
  }

  /** Empty when there are too few stretches to solve for anything. */
  static Optional<Solution> solve(
      List<Alignment> alignments, MotionRecord motion, double clockOffsetS) {
    HandEye problem = new HandEye();
    long shift = Math.round(clockOffsetS * 1e9);
    for (int i = 0; i < alignments.size(); i++) {
      boolean isLast = i + 1 == alignments.size()
          || alignments.get(i + 1).keyNs() != alignments.get(i).keyNs();
      if (isLast) {
        problem.add(alignments.get(i), motion, shift);
      }
    }
    return problem.stretches.size() < UNKNOWNS ? Optional.empty() : Optional.of(problem.solve());
  }

  private void add(Alignment one, MotionRecord motion, long shift) {
    long from = one.keyNs() - shift;
    long to = one.timeNs() - shift;
    if (motion.covers(from, to) && one.keyFromSweep().position().length() >= TRAVEL_M_MIN) {
      stretches.add(new Stretch(
          one.keyFromSweep(),
          new Course(motion, from, to),
          Math.sqrt(one.stdX() * one.stdX() + FLOOR_M * FLOOR_M),
          Math.sqrt(one.stdY() * one.stdY() + FLOOR_M * FLOOR_M),
          Math.sqrt(one.stdYaw() * one.stdYaw() + FLOOR_YAW * FLOOR_YAW)));
    }
  }

  private Solution solve() {
    NormalEquations equations = new NormalEquations(UNKNOWNS);
    double square = 0.0;
    double weights = 0.0;
    for (int round = 0; round < ROUNDS; round++) {
      equations = priors();
      square = 0.0;
      weights = 0.0;
      for (Stretch stretch : stretches) {
        double[] residual = residual(stretch, values);
        double[][] jacobian = jacobian(stretch);
        for (int k = 0; k < residual.length; k++) {
          double size = Math.abs(residual[k]);
          double weight = size <= KERNEL ? 1.0 : KERNEL / size;
          equations.add(jacobian[k], -residual[k], weight);
          square += weight * residual[k] * residual[k];
          weights += weight;
        }
      }
      double[] step = equations.solve();
      for (int k = 0; k < UNKNOWNS; k++) {
        values[k] += step[k];
      }
    }
    double excess = Math.max(1.0, square / Math.max(1.0, weights - UNKNOWNS));
    double[][] covariance = equations.covariance();
    double[] stds = new double[UNKNOWNS];
    for (int k = 0; k < UNKNOWNS; k++) {
      // Matches that fit worse than they say make everything vaguer, but never than it was before.
      stds[k] = Math.min(PRIOR_STD[k], Math.sqrt(excess * covariance[k][k]));
    }
    double turned = 0.0;
    double travel = 0.0;
    for (Stretch stretch : stretches) {
      turned += Math.abs(stretch.measured().yaw());
      travel += stretch.measured().position().length();
    }
    return new Solution(values, stds, stretches.size(), turned, travel);
  }

  private NormalEquations priors() {
    NormalEquations equations = new NormalEquations(UNKNOWNS);
    for (int k = 0; k < UNKNOWNS; k++) {
      double[] row = new double[UNKNOWNS];
      row[k] = 1.0 / PRIOR_STD[k];
      equations.add(row, (PRIOR[k] - values[k]) / PRIOR_STD[k], 1.0);
    }
    return equations;
  }

  private double[][] jacobian(Stretch stretch) {
    double[][] jacobian = new double[3][UNKNOWNS];
    for (int k = 0; k < UNKNOWNS; k++) {
      double[] beyond = values.clone();
      double[] before = values.clone();
      beyond[k] += STEP[k];
      before[k] -= STEP[k];
      double[] up = residual(stretch, beyond);
      double[] down = residual(stretch, before);
      for (int row = 0; row < jacobian.length; row++) {
        jacobian[row][k] = (up[row] - down[row]) / (2.0 * STEP[k]);
      }
    }
    return jacobian;
  }

  /** Motion of the lidar as expected less as measured, in standard deviations. */
  private static double[] residual(Stretch stretch, double[] p) {
    Pose2 trueFromPublished = new Pose2(p[X], p[Y], p[YAW]);
    Pose2 base = stretch.course().integrate(p[WHEEL_SCALE], p[GYRO_BIAS], p[GYRO_SCALE], p[SLIP]);
    Pose2 expected = trueFromPublished.inverse().times(base).times(trueFromPublished);
    return new double[] {
      (expected.x() - stretch.measured().x()) / stretch.stdX(),
      (expected.y() - stretch.measured().y()) / stretch.stdY(),
      Angles.difference(expected.yaw(), stretch.measured().yaw()) / stretch.stdYaw()
    };
  }
}
