package io.camber.control.lateral;

import org.ejml.data.DMatrixRMaj;

/**
 * Regulator gains on the errors of (lateral position, course, yaw rate, steering angle) over speed, linear between speeds
 * that grow geometrically. Model: e' = v theta, theta' = omega, omega' = (v / wheelbase x delta - omega) / yaw lag, delta' =
 * (u - delta) / steering lag.
 */
final class GainSchedule {
  private static final double STEP_S = 0.01;
  /** A quicker lag is none at this step. */
  private static final double LAG_MIN_S = 0.01;

  private static final double SPEED_MIN_MPS = 1.0;
  private static final double SPEED_RATIO = 1.25;
  private static final int SPEEDS = 21;

  private final double[] speedMps = new double[SPEEDS];
  private final double[][] gains = new double[SPEEDS][];

  GainSchedule(HandlingModel handling, double lagS, double bandwidthRadps) {
    for (int i = 0; i < SPEEDS; i++) {
      double speed = i == 0 ? SPEED_MIN_MPS : speedMps[i - 1] * SPEED_RATIO;
      speedMps[i] = speed;
      double lengthM = handling.wheelbaseM() + handling.understeerS2pM() * speed * speed;
      gains[i] = gain(speed, lengthM, handling.yawLagS(speed), lagS, bandwidthRadps);
    }
  }

  double[] at(double speed) {
    int high = 1;
    while (high < SPEEDS - 1 && speedMps[high] < speed) {
      high++;
    }
    double span = speedMps[high] - speedMps[high - 1];
    double f = Math.max(0.0, Math.min(1.0, (speed - speedMps[high - 1]) / span));
    double[] a = gains[high - 1];
    double[] b = gains[high];
    double[] gain = new double[a.length];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = a[i] + f * (b[i] - a[i]);
    }
    return gain;
  }

  /**
   * A double integrator with cost q e^2 + r a^2 closes at (q / r)^(1/4) rad/s; a is lateral acceleration, so r is weighed
   * by (v^2 / wheelbase)^2. The floor keeps the wheel calm at parking speed.
   */
  private static double[] gain(
      double v, double lengthM, double yawLagS, double lagS, double bandwidthRadps) {
    double authority = v * v / lengthM;
    double squared = bandwidthRadps * bandwidthRadps;
    double r = (authority * authority + 1.0) / (squared * squared);
    double turning = StrictMath.exp(-STEP_S / Math.max(yawLagS, LAG_MIN_S));
    double steering = StrictMath.exp(-STEP_S / Math.max(lagS, LAG_MIN_S));
    double half = 0.5 * STEP_S * STEP_S;
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {
      {1.0, v * STEP_S, v * half, 0.0},
      {0.0, 1.0, STEP_S, 0.0},
      {0.0, 0.0, turning, (1.0 - turning) * v / lengthM},
      {0.0, 0.0, 0.0, steering}
    });
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{0.0}, {0.0}, {0.0}, {1.0 - steering}});
    DMatrixRMaj q = new DMatrixRMaj(4, 4);
    q.set(0, 0, 1.0);
    return Riccati.gain(a, b, q, r);
  }
}
