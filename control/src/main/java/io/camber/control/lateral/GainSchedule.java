package io.camber.control.lateral;

import org.ejml.data.DMatrixRMaj;

/**
 * Regulator gains on (lateral error, course error, steering angle error) over speed, linear between speeds that grow
 * geometrically. Model: e' = v theta, theta' = v / wheelbase x delta, delta' = (u - delta) / lag.
 */
final class GainSchedule {
  private static final double STEP_S = 0.01;
  private static final double SPEED_MIN_MPS = 1.0;
  private static final double SPEED_RATIO = 1.25;
  private static final int SPEEDS = 21;

  private final double[] speedMps = new double[SPEEDS];
  private final double[][] gains = new double[SPEEDS][];

  GainSchedule(double wheelbaseM, double lagS, double understeerS2pM, double bandwidthRadps) {
    for (int i = 0; i < SPEEDS; i++) {
      speedMps[i] = i == 0 ? SPEED_MIN_MPS : speedMps[i - 1] * SPEED_RATIO;
      double lengthM = wheelbaseM + understeerS2pM * speedMps[i] * speedMps[i];
      gains[i] = gain(speedMps[i], lengthM, Math.max(lagS, STEP_S), bandwidthRadps);
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
    return new double[] {
      a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]), a[2] + f * (b[2] - a[2])
    };
  }

  /**
   * A double integrator with cost q e^2 + r a^2 closes at (q / r)^(1/4) rad/s; a is lateral acceleration, so r is weighed
   * by (v^2 / wheelbase)^2. The floor keeps the wheel calm at parking speed.
   */
  private static double[] gain(double v, double lengthM, double lagS, double bandwidthRadps) {
    double authority = v * v / lengthM;
    double squared = bandwidthRadps * bandwidthRadps;
    double r = (authority * authority + 1.0) / (squared * squared);
    double decay = StrictMath.exp(-STEP_S / lagS);
    double half = 0.5 * STEP_S;
    double turn = v / lengthM * STEP_S;
    DMatrixRMaj a = new DMatrixRMaj(
        new double[][] {{1.0, v * STEP_S, v * turn * half}, {0.0, 1.0, turn}, {0.0, 0.0, decay}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{0.0}, {0.0}, {1.0 - decay}});
    DMatrixRMaj q =
        new DMatrixRMaj(new double[][] {{1.0, 0.0, 0.0}, {0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}});
    return Riccati.gain(a, b, q, r);
  }
}
