package io.camber.evaluation.comfort;

/**
 * Smoothed motion of the box centre, one value per sample. Windows and orders are those of nuPlan's ego comfort metrics,
 * including the window of 5 that its yaw rate really uses. Owns its arrays; whoever reads them must not write.
 */
final class ComfortSignals {
  private static final int ACCEL_WINDOW = 8;
  private static final int JERK_WINDOW = 15;
  private static final int YAW_WINDOW = 5;
  private static final int YAW_ACCEL_WINDOW = 15;

  private final double[] accelMps2;
  private final double[] lateralAccelMps2;
  private final double[] jerkMps3;
  private final double[] jerkVectorMps3;
  private final double[] yawRateRadps;
  private final double[] yawAccelRadps2;

  /**
   * @param accelX raw longitudinal acceleration of the centre
   * @param accelY raw lateral acceleration of the centre
   * @param yaw unwrapped heading
   */
  ComfortSignals(double[] accelX, double[] accelY, double[] yaw, double stepS) {
    double[] magnitude = new double[accelX.length];
    for (int i = 0; i < magnitude.length; i++) {
      magnitude[i] = Math.sqrt(accelX[i] * accelX[i] + accelY[i] * accelY[i]);
    }
    double[] total = SavitzkyGolay.filter(magnitude, ACCEL_WINDOW, 2, 0, stepS);
    accelMps2 = SavitzkyGolay.filter(accelX, ACCEL_WINDOW, 2, 0, stepS);
    lateralAccelMps2 = SavitzkyGolay.filter(accelY, ACCEL_WINDOW, 2, 0, stepS);
    jerkMps3 = SavitzkyGolay.filter(accelMps2, JERK_WINDOW, 2, 1, stepS);
    jerkVectorMps3 = SavitzkyGolay.filter(total, JERK_WINDOW, 2, 1, stepS);
    yawRateRadps = SavitzkyGolay.filter(yaw, YAW_WINDOW, 2, 1, stepS);
    yawAccelRadps2 = SavitzkyGolay.filter(yaw, YAW_ACCEL_WINDOW, 3, 2, stepS);
  }

  double[] accelMps2() {
    return accelMps2;
  }

  double[] lateralAccelMps2() {
    return lateralAccelMps2;
  }

  double[] jerkMps3() {
    return jerkMps3;
  }

  double[] jerkVectorMps3() {
    return jerkVectorMps3;
  }

  double[] yawRateRadps() {
    return yawRateRadps;
  }

  double[] yawAccelRadps2() {
    return yawAccelRadps2;
  }
}
