package io.camber.planning.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.scene.SignalColor;
import io.camber.scene.SignalState;
import io.camber.scene.SignalStates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopJudgeTest {
  private static final StopPoint LIGHT = new StopPoint(StopPoint.Kind.LIGHT, "L", 100.0);
  private static final StopPoint SIGN = new StopPoint(StopPoint.Kind.STOP_SIGN, "S", 100.0);
  private static final long SECOND = 1_000_000_000L;

  private final StopJudge judge = new StopJudge();

  private boolean holds(StopPoint stop, SignalColor color, double frontS, double v, long timeNs) {
    Optional<SignalStates> states =
        Optional.of(new SignalStates(timeNs, List.of(new SignalState("L", color, 1.0))));
    return !judge.holding(List.of(stop), states, frontS, v, timeNs).isEmpty();
  }

  @Test
  void redHoldsAndGreenDoesNot() {
    assertThat(holds(LIGHT, SignalColor.RED, 50.0, 10.0, 0L)).isTrue();
    assertThat(holds(LIGHT, SignalColor.GREEN, 51.0, 10.0, SECOND)).isFalse();
  }

  @Test
  void yellowHoldsOnlyWhileTheCarCanStopGently() {
    assertThat(holds(LIGHT, SignalColor.YELLOW, 80.0, 10.0, 0L)).isTrue();
    assertThat(new StopJudge()
            .holding(
                List.of(LIGHT),
                Optional.of(
                    new SignalStates(0L, List.of(new SignalState("L", SignalColor.YELLOW, 1.0)))),
                85.0,
                10.0,
                0L))
        .isEmpty();
  }

  @Test
  void theDecisionToRunAYellowIsKeptWhenItTurnsRed() {
    assertThat(holds(LIGHT, SignalColor.YELLOW, 85.0, 10.0, 0L)).isFalse();
    assertThat(holds(LIGHT, SignalColor.RED, 90.0, 9.0, SECOND)).isFalse();
  }

  @Test
  void aCarStandingJustBeyondTheLineStillWaitsForGreen() {
    assertThat(holds(LIGHT, SignalColor.RED, 100.5, 0.0, 0L)).isTrue();
    assertThat(holds(LIGHT, SignalColor.RED, 100.5, 5.0, SECOND)).isFalse();
  }

  @Test
  void anUnknownLightFarAwayMayWaitButNearbyItHolds() {
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 20.0, 14.0, 0L)).isEmpty();
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 60.0, 12.0, SECOND))
        .hasSize(1);
  }

  @Test
  void aLightThatStaysUnknownInFrontOfTheStandingCarIsOutOfOrder() {
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 99.0, 0.0, 0L)).hasSize(1);
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 99.0, 0.0, 3 * SECOND))
        .hasSize(1);
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 99.0, 0.0, 5 * SECOND))
        .isEmpty();
  }

  @Test
  void aShortGapInPerceptionDoesNotForgetTheColour() {
    assertThat(holds(LIGHT, SignalColor.GREEN, 70.0, 10.0, 0L)).isFalse();
    assertThat(judge.holding(List.of(LIGHT), Optional.empty(), 75.0, 10.0, SECOND / 2))
        .isEmpty();
  }

  @Test
  void aStopSignHoldsUntilTheCarHasStood() {
    assertThat(holds(SIGN, SignalColor.UNKNOWN, 99.0, 3.0, 0L)).isTrue();
    assertThat(holds(SIGN, SignalColor.UNKNOWN, 99.0, 0.0, SECOND)).isTrue();
    assertThat(holds(SIGN, SignalColor.UNKNOWN, 99.0, 0.0, 3 * SECOND)).isFalse();
    assertThat(holds(SIGN, SignalColor.UNKNOWN, 99.5, 1.0, 4 * SECOND)).isFalse();
  }

  @Test
  void aRedLightBesideAGreenOneAtTheSameLineWins() {
    StopPoint other = new StopPoint(StopPoint.Kind.LIGHT, "M", 101.0);
    Optional<SignalStates> states = Optional.of(new SignalStates(
        0L,
        List.of(
            new SignalState("L", SignalColor.GREEN, 1.0),
            new SignalState("M", SignalColor.RED, 1.0))));

    assertThat(judge.holding(List.of(LIGHT, other), states, 50.0, 10.0, 0L)).isNotEmpty();
  }
}
