package io.camber.sim.scenario.action;

/**
 * A change of speed dv within limits of acceleration a and jerk j: the acceleration rises evenly to its peak p, stays, and falls
 * to zero again, so that dv = p (T - p / j). With a time T given, p is the smaller root of p^2 / j - p T + |dv| = 0; where that has
 * none, or p would exceed a, the change takes as long as it must. Without a limit of jerk the acceleration is even.
 */
record SpeedRamp(double fromMps, double toMps, double timeS, double peakMps2, double jerkMps3) {
  private static final double NO_TIME_S = 1e-6;

  /** The change in the wanted time, or as fast as the limits allow when {@code wantedS} is NaN or too short. */
  static SpeedRamp of(double from, double to, double wantedS, double accelMax, double jerkMax) {
    double change = Math.abs(to - from);
    double wanted = Double.isNaN(wantedS) ? 0.0 : wantedS;
    if (change == 0.0) {
      return new SpeedRamp(from, to, wanted, 0.0, jerkMax);
    }
    double fastest = Math.min(accelMax, Math.sqrt(change * jerkMax));
    double shortest = change / fastest + fastest / jerkMax;
    if (wanted <= shortest) {
      return new SpeedRamp(from, to, shortest, fastest, jerkMax);
    }
    double root = Math.sqrt(Math.max(0.0, wanted * wanted - 4.0 * change / jerkMax));
    double peak = Double.isInfinite(jerkMax) ? change / wanted : 0.5 * jerkMax * (wanted - root);
    return new SpeedRamp(from, to, wanted, peak, jerkMax);
  }

  /** The speed so long after the start. */
  double at(double elapsedS) {
    if (elapsedS >= timeS - NO_TIME_S) {
      return toMps;
    }
    double rise = peakMps2 / jerkMps3;
    double done;
    if (elapsedS < rise) {
      done = 0.5 * jerkMps3 * elapsedS * elapsedS;
    } else if (elapsedS <= timeS - rise) {
      done = 0.5 * peakMps2 * rise + peakMps2 * (elapsedS - rise);
    } else {
      double left = timeS - elapsedS;
      done = Math.abs(toMps - fromMps) - 0.5 * jerkMps3 * left * left;
    }
    return fromMps + Math.copySign(done, toMps - fromMps);
  }
}
