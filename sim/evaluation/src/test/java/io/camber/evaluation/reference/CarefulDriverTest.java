package io.camber.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CarefulDriverTest {
  private static double gapM(double ego, double other, double headway, double lateral) {
    return CarefulDriver.meets(new CutIn(ego, other, headway, lateral, 1.6, 9.6))
        .smallestGapM();
  }

  private static boolean collides(double ego, double other, double headway, double lateral) {
    return CarefulDriver.meets(new CutIn(ego, other, headway, lateral, 1.6, 9.6))
        .collides();
  }

  @Test
  void withoutClosingSpeedNothingHappens() {
    assertThat(gapM(20.0, 20.0, 0.5, 1.0)).isEqualTo(0.5);
    assertThat(gapM(15.0, 20.0, 3.0, 1.0)).isEqualTo(3.0);
    assertThat(collides(20.0, 20.0, 0.5, 1.0)).isFalse();
  }

  @Test
  void onlyTheDifferenceOfTheSpeedsMatters() {
    assertThat(gapM(30.0, 20.0, 25.0, 1.0)).isEqualTo(gapM(10.0, 0.0, 25.0, 1.0));
  }

  @Test
  void brakesThreeTimesAfterOneAnother() {
    // 0.375 m at 1.5 m/s, 0.4 s, 0.75 s; the time to collision is 1 s from the start
    assertThat(CarefulDriver.brakesAfterS(new CutIn(30.0, 20.0, 10.0, 1.5, 1.6, 9.6)))
        .isCloseTo(0.25 + 0.4 + 0.75, within(1e-12));
  }

  @Test
  void farAwayItWaitsForTwoSeconds() {
    assertThat(CarefulDriver.brakesAfterS(new CutIn(30.0, 20.0, 100.0, 1.5, 1.6, 9.6)))
        .isCloseTo(10.0 - 2.0 + 0.75, within(1e-12));
    assertThat(gapM(30.0, 20.0, 100.0, 1.5)).isCloseTo(gapM(30.0, 20.0, 200.0, 1.5), within(1e-9));
  }

  @Test
  void lessRoomThanTheReactionTakesIsACollision() {
    for (double closing = 1.0; closing <= 30.0; closing += 1.0) {
      double reactionM = closing * (CarefulDriver.EVALUATION_S + CarefulDriver.DELAY_S);
      assertThat(collides(closing, 0.0, reactionM, 1e9)).isTrue();
    }
  }

  @Test
  void aSmallDifferenceIsGoneWithinTheRamp() {
    // the ramp rises by 12.651 m/s3: 1 m/s is gone after 0.39761 s, in which 2/3 of 0.39761 m are
    // lost
    assertThat(gapM(11.0, 10.0, 1.9, 1.0))
        .isCloseTo(1.9 - (0.375 + 0.4 + 0.75) - 0.39761 * 2.0 / 3.0, within(1e-5));
  }

  @Test
  void agreesWithTheMotionStepByStep() {
    for (double closing = 0.5; closing <= 35.0; closing += 1.7) {
      for (double headway = 0.0; headway <= 90.0; headway += 7.0) {
        CutIn cutIn = new CutIn(closing + 3.0, 3.0, headway, 0.8, 1.6, 9.6);
        assertThat(CarefulDriver.meets(cutIn).smallestGapM())
            .isCloseTo(played(cutIn), within(0.02));
      }
    }
  }

  /** The driver as a program that looks at the gap every 0.1 ms. */
  private static double played(CutIn cutIn) {
    double step = 1e-4;
    double gap = cutIn.headwayM();
    double closing = cutIn.closingMps();
    double decidedS = Double.POSITIVE_INFINITY;
    for (double time = 0.0; closing > 0.0; time += step) {
      boolean weighed = time >= 0.375 / cutIn.lateralSpeedMps() + 0.4;
      if (weighed && gap <= 2.0 * closing && decidedS > time) {
        decidedS = time;
      }
      double braking = Math.max(0.0, Math.min(1.0, (time - decidedS - 0.75) / 0.6));
      gap -= closing * step;
      closing -= braking * 0.774 * 9.80665 * step;
    }
    return gap;
  }

  @Test
  void moreRoomIsNeverWorse() {
    double before = Double.NEGATIVE_INFINITY;
    for (double headway = 0.0; headway <= 120.0; headway += 0.5) {
      double gap = gapM(30.0, 18.0, headway, 1.0);
      assertThat(gap).isGreaterThanOrEqualTo(before - 1e-9);
      before = gap;
    }
    assertThat(collides(30.0, 18.0, 0.0, 1.0)).isTrue();
    assertThat(collides(30.0, 18.0, 120.0, 1.0)).isFalse();
  }

  @Test
  void aCarThatComesOverFasterIsSeenEarlier() {
    assertThat(gapM(30.0, 20.0, 15.0, 2.0))
        .isCloseTo(gapM(30.0, 20.0, 15.0, 1.0) + 10.0 * (0.375 - 0.1875), within(1e-9));
  }

  @Test
  void moreClosingSpeedIsNeverBetter() {
    double before = Double.POSITIVE_INFINITY;
    for (double ego = 26.0; ego <= 45.0; ego += 0.25) {
      double gap = gapM(ego, 15.0, 30.0, 1.0);
      assertThat(gap).isLessThanOrEqualTo(before + 1e-9);
      before = gap;
    }
  }

  @Test
  void refusesWhatIsNoCutIn() {
    assertThatThrownBy(() -> new CutIn(20.0, 10.0, 5.0, 0.0, 1.6, 9.6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lateralSpeedMps=0.0");
    assertThatThrownBy(() -> new CutIn(20.0, Double.NaN, 5.0, 1.0, 1.6, 9.6))
        .hasMessageContaining("otherSpeedMps=NaN");
    assertThatThrownBy(() -> new CutIn(20.0, 10.0, -1.0, 1.0, 1.6, 9.6))
        .hasMessageContaining("headwayM");
  }
}
