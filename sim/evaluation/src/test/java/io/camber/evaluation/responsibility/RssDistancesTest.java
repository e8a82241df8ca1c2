package io.camber.evaluation.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RssDistancesTest {
  private static final double EXACT = 1e-9;
  private static final double FREE = Double.POSITIVE_INFINITY;

  @Test
  void behindSomebodyAreResponseAndBrakingLessTheOthersBraking() {
    // 20 + 1.75 + 23.5^2 / 8 - 20^2 / 16
    assertThat(RssDistances.behindM(20.0, 1.0, 20.0, FREE)).isCloseTo(65.78125, within(EXACT));
    // two seconds: 40 + 7 + 27^2 / 8 - 25
    assertThat(RssDistances.behindM(20.0, 2.0, 20.0, FREE)).isCloseTo(113.125, within(EXACT));
    assertThat(RssDistances.behindM(0.0, 1.0, 30.0, FREE)).isZero();
  }

  @Test
  void nobodyAcceleratesBeyondTheSpeedLimit() {
    // 20 + 20^2 / 8 - 20^2 / 16
    assertThat(RssDistances.behindM(20.0, 1.0, 20.0, 20.0)).isCloseTo(45.0, within(EXACT));
    // 50 km/h: v + v^2 / 16
    double town = 50.0 / 3.6;
    assertThat(RssDistances.behindM(town, 1.0, town, town))
        .isCloseTo(town + town * town / 16.0, within(EXACT));
    // from 18 m/s the limit is reached after 4 / 7 s
    assertThat(RssDistances.behindM(18.0, 1.0, 18.0, 20.0))
        .isCloseTo(19.0 * 4.0 / 7.0 + 20.0 * 3.0 / 7.0 + 50.0 - 20.25, within(EXACT));
    // who is faster than the limit keeps that speed
    assertThat(RssDistances.behindM(25.0, 1.0, 0.0, 20.0)).isCloseTo(25.0 + 78.125, within(EXACT));
  }

  @Test
  void whoComesTowardsTheEgoHasToStopToo() {
    // 10 + 1.75 + 13.5^2 / 6 and 20 + 7 + 17^2 / 8
    assertThat(RssDistances.towardsM(10.0, 10.0, FREE)).isCloseTo(42.125 + 63.125, within(EXACT));
  }

  @Test
  void besideEachOtherBothMayDriftUntilTheyRespond() {
    // 0.1 + 0.2^2 / 1.6 and 0.4 + 0.4^2 / 1.6, and 0.1 of fluctuation
    assertThat(RssDistances.besideM(0.0, 1.0, 0.0, 2.0)).isCloseTo(0.725, within(EXACT));
    // at 1 m/s towards the other: 1.1 + 1.2^2 / 1.6
    assertThat(RssDistances.besideM(1.0, 1.0, 0.0, 2.0))
        .isCloseTo(1.1 + 0.9 + 0.5 + 0.1, within(EXACT));
  }

  @Test
  void whoMovesAwayGivesRoom() {
    // at 0.3 m/s away: -0.3 + 0.1, and no more to brake
    assertThat(RssDistances.besideM(-0.3, 1.0, 0.0, 2.0))
        .isCloseTo(-0.2 + 0.5 + 0.1, within(EXACT));
    // the fluctuation is there whatever they do
    assertThat(RssDistances.besideM(-2.0, 1.0, -2.0, 2.0)).isEqualTo(0.1);
  }
}
