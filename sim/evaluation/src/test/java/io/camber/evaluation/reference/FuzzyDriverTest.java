package io.camber.evaluation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FuzzyDriverTest {
  private static CutIn cutIn(double egoMps, double otherMps, double headwayM) {
    return new CutIn(egoMps, otherMps, headwayM, 1.0, 1.6, 10.0);
  }

  private static double gapM(double egoMps, double otherMps, double headwayM) {
    return FuzzyDriver.meets(cutIn(egoMps, otherMps, headwayM)).smallestGapM();
  }

  @Test
  void proactiveFallsFromOneToNothingBetweenHardAndComfortableStops() {
    // 20 m/s behind 14 m/s: 15 m reaction, less 14 m that the other takes to stop, 50 m or 33.3 m
    // to stop
    double unsafe = 15.0 - 14.0 + 400.0 / 12.0 + 2.0;
    double safe = 15.0 - 14.0 + 50.0 + 4.0;

    assertThat(FuzzyDriver.proactive(unsafe - 0.01, 20.0, 14.0)).isEqualTo(1.0);
    assertThat(FuzzyDriver.proactive(safe + 0.01, 20.0, 14.0)).isEqualTo(0.0);
    assertThat(FuzzyDriver.proactive(0.5 * (safe + unsafe), 20.0, 14.0))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void criticalAsksForTheBrakingThatIsLeftAfterTheReaction() {
    // closing at 8 m/s: 6 m in the reaction, then 8 m in comfort or 5.33 m braking hard
    assertThat(FuzzyDriver.critical(14.01, 20.0, 12.0, 0.0)).isEqualTo(0.0);
    assertThat(FuzzyDriver.critical(11.33, 20.0, 12.0, 0.0)).isEqualTo(1.0);
    assertThat(FuzzyDriver.critical(6.0 + 20.0 / 3.0, 20.0, 12.0, 0.0))
        .isCloseTo(0.5, within(1e-12));
    assertThat(FuzzyDriver.critical(0.0, 12.0, 12.0, 0.0)).isEqualTo(0.0);
  }

  @Test
  void whoBrakesEnoughAlreadyIsNotCritical() {
    // 2 m/s too fast, braking with 4 m/s2: equally fast after 0.5 s and 0.5 m
    assertThat(FuzzyDriver.critical(0.51, 12.0, 10.0, -4.0)).isEqualTo(0.0);
    assertThat(FuzzyDriver.critical(0.49, 12.0, 10.0, -4.0)).isEqualTo(1.0);
  }

  @Test
  void whatNoBrakingCanAvoidIsACollision() {
    // it has come over after 0.2 s, and within the reaction the gap is gone
    CutIn sudden = new CutIn(30.0, 10.0, 10.0, 8.0, 1.6, 10.0);

    assertThat(FuzzyDriver.meets(sudden).collides()).isTrue();
  }

  @Test
  void enoughRoomIsKept() {
    assertThat(gapM(30.0, 20.0, 60.0)).isGreaterThan(10.0);
    assertThat(gapM(20.0, 20.0, 8.0)).isBetween(8.0, 11.0);
  }

  @Test
  void moreRoomIsNeverWorse() {
    double before = Double.NEGATIVE_INFINITY;
    for (double headway = 16.0; headway <= 90.0; headway += 1.0) {
      double gap = gapM(30.0, 20.0, headway);
      assertThat(gap).as("headway %s", headway).isGreaterThan(before - 0.2);
      before = gap;
    }
  }

  @Test
  void brakesBeforeTheCarefulDriverDoes() {
    for (double headway = 20.0; headway <= 60.0; headway += 5.0) {
      CutIn cutIn = cutIn(33.0, 20.0, headway);
      assertThat(FuzzyDriver.meets(cutIn).smallestGapM())
          .isGreaterThan(CarefulDriver.meets(cutIn).smallestGapM());
    }
  }

  @Test
  void whoComesOverAfterTheEgoHasPassedDoesNotMatter() {
    // 12 m aside at 0.5 m/s: the ego is long gone
    CutIn slow = new CutIn(30.0, 10.0, 20.0, 0.5, 12.0, 10.0);

    assertThat(FuzzyDriver.meets(slow).smallestGapM()).isGreaterThan(400.0);
  }
}
