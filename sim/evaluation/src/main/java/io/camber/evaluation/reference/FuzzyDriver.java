package io.camber.evaluation.reference;

/**
 * The second driver of UN Regulation 157, as amended for higher speeds, when a car cuts in: the fuzzy safety model of the
 * European Commission's Joint Research Centre. Two fuzzy measures say how near a collision is: one of the distance that must be
 * kept should the other brake hard ({@link #proactive}), one of the braking that the present speeds call for
 * ({@link #critical}). Once either is above zero the driver takes {@value #DELAY_S} s and then brakes as hard as they say.
 *
 * <p>Formulas: Mattas, Makridis, Botzoris, Kriston, Minarini, Papadopoulos, Re, Rognelund, Ciuffo 2020, Fuzzy surrogate safety
 * metrics for real-time assessment of rear-end collision risk; the order of looking and braking and all figures as in the
 * centre's published program JRC-FSM. They have not been checked against the regulation's own text. The other car keeps its
 * speed and comes over evenly.
 */
public final class FuzzyDriver {
  static final double DELAY_S = 0.75;

  /** Braking that is comfortable, braking that is hard, and what the car ahead may do. */
  static final double COMFORT_MPS2 = 4.0;

  static final double HARD_MPS2 = 6.0;
  static final double AHEAD_MPS2 = 7.0;

  private static final double MARGIN_M = 2.0;
  private static final double SAFE_MARGIN_M = 2.0;
  private static final double JERK_MPS3 = 12.65;

  /** A car that needs this much longer to come over than the ego to go past does not matter. */
  private static final double PAST_S = 0.1;

  private static final double STEP_S = 0.01;
  private static final double END_S = 60.0;

  private FuzzyDriver() {}

  /**
   * How it ends.
   *
   * @param smallestGapM from front to rear while the other is in the way, negative when they touch; the distance past the other
   *     when the ego has gone past before
   */
  public record Ending(double smallestGapM) {
    public boolean collides() {
      return smallestGapM <= 0.0;
    }
  }

  public static Ending meets(CutIn cutIn) {
    double gap = cutIn.headwayM();
    double aside = cutIn.asideM();
    double speed = cutIn.egoSpeedMps();
    double other = cutIn.otherSpeedMps();
    double braking = 0.0;
    double delayS = DELAY_S;
    double smallest = Double.POSITIVE_INFINITY;
    double acceleration = 0.0;
    for (double time = 0.0; time < END_S; time += STEP_S) {
      boolean inWay = aside <= 0.0;
      if (inWay && gap > -cutIn.lengthsM()) {
        smallest = Math.min(smallest, gap);
      }
      if (inWay && (speed <= other || gap <= -cutIn.lengthsM())) {
        break;
      }
      double before = speed;
      double critical = 0.0;
      double proactive = 0.0;
      if (matters(gap, aside, speed, cutIn)) {
        critical = critical(gap, speed, other, acceleration);
        proactive = proactive(gap, speed, other);
      }
      if (critical + proactive > 0.0) {
        if (delayS > 0.0) {
          delayS -= STEP_S;
        } else {
          double wanted = critical > 0.0
              ? COMFORT_MPS2 + critical * (HARD_MPS2 - COMFORT_MPS2)
              : proactive * COMFORT_MPS2;
          braking = Math.min(braking + JERK_MPS3 * STEP_S, wanted);
          speed = Math.max(0.0, speed - braking * STEP_S);
        }
      }
      acceleration = (speed - before) / STEP_S;
      gap += (other - speed) * STEP_S;
      aside -= cutIn.lateralSpeedMps() * STEP_S;
    }
    return new Ending(Double.isInfinite(smallest) ? -gap - cutIn.lengthsM() : smallest);
  }

  /** Whether the other is ahead and in the way, or will be before the ego has gone past. */
  private static boolean matters(double gap, double aside, double speed, CutIn cutIn) {
    if (gap <= -0.5 * cutIn.lengthsM()) {
      return false;
    }
    if (aside <= 0.0) {
      return true;
    }
    double closing = speed - cutIn.otherSpeedMps();
    double pastS = closing == 0.0 ? Double.POSITIVE_INFINITY : (gap + cutIn.lengthsM()) / closing;
    return aside / cutIn.lateralSpeedMps() <= pastS + PAST_S;
  }

  /** 0 when the ego would stop in comfort behind a car that brakes hard, 1 when it would not even braking hard. */
  static double proactive(double gapM, double speedMps, double otherMps) {
    double reaction = speedMps * DELAY_S - otherMps * otherMps / (2.0 * AHEAD_MPS2);
    double safe = reaction + speedMps * speedMps / (2.0 * COMFORT_MPS2) + SAFE_MARGIN_M;
    double unsafe = reaction + speedMps * speedMps / (2.0 * HARD_MPS2);
    return between(gapM - MARGIN_M, safe, unsafe);
  }

  /** 0 when braking in comfort after the reaction is enough for the present speeds, 1 when braking hard is not. */
  static double critical(double gapM, double speedMps, double otherMps, double accelMps2) {
    if (speedMps <= otherMps) {
      return 0.0;
    }
    double expected = Math.max(accelMps2, -COMFORT_MPS2);
    double closing = speedMps - otherMps;
    double left = closing + expected * DELAY_S;
    if (left < 0.0) {
      return gapM < closing * closing / Math.abs(2.0 * accelMps2) ? 1.0 : 0.0;
    }
    double reaction = (closing + expected * DELAY_S / 2.0) * DELAY_S;
    double safe = reaction + left * left / (2.0 * COMFORT_MPS2);
    double unsafe = reaction + left * left / (2.0 * HARD_MPS2);
    return between(gapM, safe, unsafe);
  }

  private static double between(double gapM, double safe, double unsafe) {
    if (gapM > safe) {
      return 0.0;
    }
    return gapM < unsafe || safe == unsafe ? 1.0 : (safe - gapM) / (safe - unsafe);
  }
}
