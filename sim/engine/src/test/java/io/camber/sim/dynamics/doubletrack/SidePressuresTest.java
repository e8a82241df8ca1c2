package io.camber.sim.dynamics.doubletrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sim.dynamics.doubletrack.SidePressures.Rule;
import org.junit.jupiter.api.Test;

class SidePressuresTest {
  private static final double MOST_NM = 1000.0;
  private static final double STEP_S = 0.001;

  @Test
  void selectingLowGivesBothWheelsWhatTheWeakerOneTakes() {
    SidePressures rear = pressures(Rule.SELECT_LOW);

    hold(rear, 0.5, 200.0);

    assertThat(rear.limitNm()).isCloseTo(200.0, within(0.01 * MOST_NM));
  }

  @Test
  void theDifferenceAtTheFrontBuildsUpInASecond() {
    SidePressures front = pressures(Rule.DELAYED);

    hold(front, 0.25, 200.0);
    double quarter = front.limitNm();
    hold(front, 0.75, 200.0);

    assertThat(quarter).isCloseTo(200.0 + 0.25 * MOST_NM, within(1e-6));
    assertThat(front.limitNm()).isCloseTo(200.0 + MOST_NM, within(1e-6));
  }

  @Test
  void aTrailersWheelsDoNotKnowEachOther() {
    SidePressures trailer = pressures(Rule.INDIVIDUAL);

    hold(trailer, 0.5, 200.0);

    assertThat(trailer.limitNm()).isInfinite();
  }

  @Test
  void pressureComesBackWhenNoWheelIsHeld() {
    SidePressures rear = pressures(Rule.SELECT_LOW);
    hold(rear, 0.1, 200.0);

    hold(rear, 0.3, Double.POSITIVE_INFINITY);
    double risen = rear.limitNm();
    rear.release();

    assertThat(risen).isBetween(200.0 + MOST_NM, 200.0 + 1.02 * MOST_NM);
    assertThat(rear.limitNm()).isInfinite();
  }

  private static SidePressures pressures(Rule rule) {
    return new SidePressures(rule, MOST_NM, STEP_S);
  }

  private static void hold(SidePressures pressures, double seconds, double heldNm) {
    for (int i = 0; i < Math.round(seconds / STEP_S); i++) {
      pressures.update(heldNm);
    }
  }
}
