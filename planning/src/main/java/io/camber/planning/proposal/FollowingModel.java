package io.camber.planning.proposal;

/**
 * Acceleration behind a leader: the intelligent driver model tempered by the constant-acceleration heuristic, so that a car
 * cutting in closely but not slower causes no panic (Kesting, Treiber, Helbing 2010, "Enhanced intelligent driver model",
 * eqs. 2 to 6).
 */
final class FollowingModel {
  /** Eq. 6: 1 trusts the leader fully, 0 is the plain model. */
  private static final double COOLNESS = 0.99;

  private static final double COMFORT_DECEL_MPS2 = 2.0;

  /** Braking for a stop begins this much early, while the jerk limit lets it build up. */
  private static final double STOP_PREVIEW_S = 0.6;

  private final DrivingStyle style;

  FollowingModel(DrivingStyle style) {
    this.style = style;
  }

  /** Acceleration that the leader allows; may exceed what the free road allows. */
  double accelMps2(double gapM, double speedMps, double leaderMps, double leaderMps2) {
    double gap = Math.max(0.3, gapM);
    double a = style.accelMps2Max();
    double closing = speedMps - leaderMps;
    double dynamic = speedMps * style.timeGapS(speedMps)
        + speedMps * closing / (2.0 * Math.sqrt(a * COMFORT_DECEL_MPS2));
    double wanted = style.standstillGapM() + Math.max(0.0, dynamic);
    double ratio = wanted / gap;
    double idm = a * (1.0 - ratio * ratio);
    double leaderAccel = Math.min(leaderMps2, a);
    double cah;
    if (leaderMps * closing <= -2.0 * gap * leaderAccel) {
      cah = speedMps
          * speedMps
          * leaderAccel
          / (leaderMps * leaderMps - 2.0 * gap * leaderAccel + 1e-9);
    } else {
      cah = leaderAccel - Math.max(0.0, closing) * closing / (2.0 * gap);
    }
    if (idm >= cah) {
      return idm;
    }
    double b = COMFORT_DECEL_MPS2;
    double tempered = cah + b * StrictMath.tanh((idm - cah) / b);
    return (1.0 - COOLNESS) * idm + COOLNESS * tempered;
  }

  /**
   * Acceleration that comes to rest at a point; positive infinity while braking can wait.
   *
   * @param distanceM from the ego to where it must stand
   */
  double stopMps2(double distanceM, double speedMps) {
    if (speedMps < 0.05) {
      return distanceM < 0.6 ? -1.0 : distanceM < 3.0 ? 0.4 : Double.POSITIVE_INFINITY;
    }
    double b = style.decelMps2Comfort();
    double needed = speedMps * speedMps / (2.0 * Math.max(0.05, distanceM));
    double preview = speedMps * STOP_PREVIEW_S;
    if (distanceM > speedMps * speedMps / (2.0 * b) + preview + 0.5) {
      return Double.POSITIVE_INFINITY;
    }
    if (distanceM <= 0.05) {
      return -style.decelMps2Max();
    }
    double room = speedMps * speedMps / (2.0 * b) + preview + 0.5 - distanceM;
    double onset = Math.min(1.0, room / Math.max(0.5, preview));
    return needed < 0.7 * b ? 0.3 - onset * (needed + 0.3) : -needed;
  }
}
