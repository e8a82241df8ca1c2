package io.camber.evaluation.reference;

/**
 * How the intelligent driver model follows (Treiber, Hennecke, Helbing 2000, eqs. 2 and 3), with the parameters of a calm driver
 * and a brake that does not go beyond {@value #BRAKE_MPS2_MAX} m/s2.
 */
public final class FollowingDriver {
  static final double BRAKE_MPS2_MAX = 8.0;

  private static final double ACCEL_MPS2 = 1.5;
  private static final double COMFORTABLE_MPS2 = 2.0;
  private static final double TIME_GAP_S = 1.5;
  private static final double CLEARANCE_M = 2.0;

  private FollowingDriver() {}

  /**
   * Acceleration for now.
   *
   * @param wantedMps speed on a free road
   * @param clearanceM to whatever is ahead; infinite when nothing is
   * @param aheadMps its speed along the way
   */
  public static double accelMps2(
      double speedMps, double wantedMps, double clearanceM, double aheadMps) {
    double share = wantedMps <= 0.0 ? 1.0 : speedMps / wantedMps;
    double free = share * share * share * share;
    double near = 0.0;
    if (clearanceM < Double.POSITIVE_INFINITY) {
      double closing = speedMps - aheadMps;
      double wish = CLEARANCE_M
          + Math.max(
              0.0,
              speedMps * TIME_GAP_S
                  + speedMps * closing / (2.0 * Math.sqrt(ACCEL_MPS2 * COMFORTABLE_MPS2)));
      double ratio = wish / Math.max(0.1, clearanceM);
      near = ratio * ratio;
    }
    return Math.max(-BRAKE_MPS2_MAX, ACCEL_MPS2 * (1.0 - free - near));
  }
}
