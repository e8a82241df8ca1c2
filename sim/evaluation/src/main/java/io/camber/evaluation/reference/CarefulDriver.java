package io.camber.evaluation.reference;

/**
 * The competent and careful human driver of UN Regulation 157, annex 4, appendix 3, when a car cuts in: sees the risk once the
 * car has left the middle of its lane by {@value #WANDERING_M} m, weighs it for {@value #EVALUATION_S} s, cares only when the
 * time to collision is below {@value #CARE_BELOW_S} s, brakes {@value #DELAY_S} s later, and brakes fully after a ramp of
 * {@value #RAMP_S} s. The other car keeps its speed. It counts as in the way from the start of its move: a driver who has gone
 * past before it has come over collides here all the same.
 *
 * <p>These numbers are as commonly cited; they have not been checked against the regulation's own text, and neither has the
 * order of weighing and caring: the later of the two starts the delay.
 */
public final class CarefulDriver {
  static final double WANDERING_M = 0.375;
  static final double EVALUATION_S = 0.4;
  static final double CARE_BELOW_S = 2.0;
  static final double DELAY_S = 0.75;
  static final double RAMP_S = 0.6;

  /** 0.774 g. */
  static final double BRAKE_MPS2 = 0.774 * 9.80665;

  private CarefulDriver() {}

  /**
   * How it ends.
   *
   * @param smallestGapM from front to rear; when they collide, by how much the room was too short, as a negative number
   */
  public record Ending(double smallestGapM) {
    public boolean collides() {
      return smallestGapM <= 0.0;
    }
  }

  public static Ending meets(CutIn cutIn) {
    double closing = cutIn.closingMps();
    if (closing <= 0.0) {
      return new Ending(cutIn.headwayM());
    }
    return new Ending(cutIn.headwayM() - closing * brakesAfterS(cutIn) - brakingM(closing));
  }

  /** Seconds from the start of the lateral move to the first touch of the brake. */
  static double brakesAfterS(CutIn cutIn) {
    double weighedS = WANDERING_M / cutIn.lateralSpeedMps() + EVALUATION_S;
    double caresS = cutIn.headwayM() / cutIn.closingMps() - CARE_BELOW_S;
    return Math.max(weighedS, caresS) + DELAY_S;
  }

  /** What the gap loses from the first touch of the brake until both are equally fast. */
  private static double brakingM(double closingMps) {
    double atFullMps = closingMps - BRAKE_MPS2 * RAMP_S / 2.0;
    if (atFullMps <= 0.0) {
      // equally fast within the ramp: closing = brake / ramp * t^2 / 2
      double equalS = StrictMath.sqrt(2.0 * closingMps * RAMP_S / BRAKE_MPS2);
      return closingMps * equalS * 2.0 / 3.0;
    }
    double rampM = closingMps * RAMP_S - BRAKE_MPS2 * RAMP_S * RAMP_S / 6.0;
    return rampM + atFullMps * atFullMps / (2.0 * BRAKE_MPS2);
  }
}
