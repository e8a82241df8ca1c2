package io.camber.sim.dynamics.doubletrack;

/**
 * How far the brakes of an axle may differ from one side to the other while anti-lock holds a wheel (Bosch Automotive Handbook,
 * anti-lock systems of cars and of commercial vehicles). Mutable.
 */
final class SidePressures {
  /** What the wheel with less grip means for the other. */
  enum Rule {
    /** Both get what it can take, which keeps side force for a straight course: the rear axle. */
    SELECT_LOW,
    /** The difference builds up slowly, so that a driver has time to countersteer: the front axle. */
    DELAYED,
    /** Nothing: axles of semitrailers, which a tractor holds straight. */
    INDIVIDUAL
  }

  /** Time in which the difference would grow to all that the axle's stronger wheel can brake; ours. */
  private static final double DELAY_S = 1.0;

  /** Time in which pressure comes back once no wheel is held; ours, of the order of a modulator's. */
  private static final double RISE_S = 0.3;

  private final Rule rule;
  private final double risingNm;
  private final double partingNm;
  private double apartNm;
  private double limitNm = Double.POSITIVE_INFINITY;

  /**
   * @param mostNm largest torque that the brakes give a wheel of this axle
   */
  SidePressures(Rule rule, double mostNm, double stepS) {
    this.rule = rule;
    risingNm = mostNm * stepS / RISE_S;
    partingNm = mostNm * stepS / DELAY_S;
  }

  /** Nothing brakes. */
  void release() {
    apartNm = 0.0;
    limitNm = Double.POSITIVE_INFINITY;
  }

  /** Most that either wheel may brake now. */
  double limitNm() {
    return limitNm;
  }

  /**
   * After a step.
   *
   * @param heldNm torque of the wheel with less grip, or infinite when anti-lock holds none
   */
  void update(double heldNm) {
    if (rule == Rule.INDIVIDUAL) {
      return;
    }
    if (Double.isInfinite(heldNm)) {
      limitNm += risingNm;
      return;
    }
    if (rule == Rule.DELAYED) {
      apartNm += partingNm;
    }
    limitNm = heldNm + Math.max(apartNm, risingNm);
  }
}
