package io.camber.evaluation.responsibility;

/**
 * Safe distances of Responsibility-Sensitive Safety (Shalev-Shwartz, Shammah, Shashua 2017) as ad-rss-lib computes them
 * ({@code structured/RssFormulas}) with its default parameters. Until the response nobody accelerates beyond the speed limit; who is faster already keeps that speed.
 */
public final class RssDistances {
  /** From what the ego could see until it acts. */
  public static final double EGO_RESPONSE_S = 1.0;

  static final double OTHER_RESPONSE_S = 2.0;

  /** What the proper response brakes with at least. */
  public static final double BRAKE_MPS2_MIN = 4.0;

  /** The same of who is in its own lane while another comes towards it. */
  static final double BRAKE_MPS2_MIN_CORRECT = 3.0;

  /** What the proper response slows a motion across with at least. */
  static final double ACROSS_BRAKE_MPS2 = 0.8;

  private static final double ACCEL_MPS2 = 3.5;
  private static final double BRAKE_MPS2_MAX = 8.0;
  private static final double ACROSS_ACCEL_MPS2 = 0.2;
  private static final double FLUCTUATION_M = 0.1;

  private RssDistances() {}

  /** What somebody covers who accelerates until the response and then brakes gently to a stop. */
  static double stoppingM(double speedMps, double responseS, double limitMps) {
    return stoppingM(speedMps, responseS, limitMps, BRAKE_MPS2_MIN);
  }

  private static double stoppingM(
      double speedMps, double responseS, double limitMps, double brakeMps2) {
    double after = Math.max(speedMps, Math.min(limitMps, speedMps + ACCEL_MPS2 * responseS));
    double acceleratingS = (after - speedMps) / ACCEL_MPS2;
    double response =
        (speedMps + after) / 2.0 * acceleratingS + after * (responseS - acceleratingS);
    return response + after * after / (2.0 * brakeMps2);
  }

  /**
   * Between two who go the same way (RSS definition 1); the one in front may brake hard at any time. Speeds not negative.
   *
   * @param limitMps up to which the rear one accelerates; may be infinite
   */
  public static double behindM(
      double rearMps, double rearResponseS, double frontMps, double limitMps) {
    double front = frontMps * frontMps / (2.0 * BRAKE_MPS2_MAX);
    return Math.max(0.0, stoppingM(rearMps, rearResponseS, limitMps) - front);
  }

  /** Between the ego in its own lane and one who comes towards it; both speeds positive. */
  static double towardsM(double egoMps, double otherMps, double limitMps) {
    return stoppingM(egoMps, EGO_RESPONSE_S, limitMps, BRAKE_MPS2_MIN_CORRECT)
        + stoppingM(otherMps, OTHER_RESPONSE_S, limitMps);
  }

  /**
   * Between two beside each other.
   *
   * @param leftMps speed of the left one across, positive to the right, towards the other
   * @param rightMps speed of the right one across, positive to the left, towards the other
   */
  static double besideM(
      double leftMps, double leftResponseS, double rightMps, double rightResponseS) {
    return FLUCTUATION_M
        + Math.max(0.0, acrossM(leftMps, leftResponseS) + acrossM(rightMps, rightResponseS));
  }

  /** What somebody comes nearer who drifts nearer until the response and then stops that, if it still comes nearer. */
  private static double acrossM(double nearerMps, double responseS) {
    double after = nearerMps + ACROSS_ACCEL_MPS2 * responseS;
    double braking = after > 0.0 ? after * after / (2.0 * ACROSS_BRAKE_MPS2) : 0.0;
    return (nearerMps + after) / 2.0 * responseS + braking;
  }
}
