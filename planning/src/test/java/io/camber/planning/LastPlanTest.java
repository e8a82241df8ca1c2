package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.planning.forecast.Forecast;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.proposal.StartState;
import io.camber.planning.route.ReferenceLine;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastPlanTest {
  private final ProposalGenerator generator = new ProposalGenerator(DrivingStyle.comfortable());
  private final LastPlan last = new LastPlan();

  @Test
  void aPlanThatStopsBeforeItHasSettledMeansToSettleAllTheSame() {
    Situation now = situation(0L, 0.0);
    last.remember(stop(now, 0.5), now);

    assertThat(last.trajectory().last().y()).isLessThan(0.45);
    assertThat(last.memory(situation(100_000_000L, 0.0)).orElseThrow().target()).isEqualTo(0.5);
  }

  @Test
  void onAnotherLineTheTargetIsElsewhere() {
    Situation now = situation(0L, 0.0);
    last.remember(stop(now, 0.5), now);

    assertThat(last.memory(situation(100_000_000L, 3.5)).orElseThrow().target())
        .isCloseTo(-3.0, within(1e-9));
  }

  @Test
  void nothingIsKnownBeforeTheFirstPlanOrLongAfter() {
    Situation now = situation(0L, 0.0);
    assertThat(last.memory(now)).isEmpty();

    last.remember(stop(now, 0.5), now);

    assertThat(last.memory(situation(3_000_000_000L, 0.0))).isEmpty();
  }

  /** Brakes on a path to an offset. */
  private Proposal stop(Situation situation, double target) {
    Proposal towards = generator.generate(situation).stream()
        .filter(one -> one.path().target() == target)
        .findFirst()
        .orElseThrow();
    return generator.brake(situation, towards.path(), 2.0, 10.0);
  }

  /** At 1 m/s on y = 0, with a straight line at {@code lineY}. */
  private static Situation situation(long timeNs, double lineY) {
    double[] x = new double[201];
    double[] y = new double[201];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = lineY;
    }
    ReferenceLine line = ReferenceLine.through(x, y, 15.0, 3.5);
    Forecast nobody =
        Forecast.of(new Tracks(0L, List.of()), new Futures(0L, List.of()), 0L, line, 0.0, 100.0);
    return new Situation(
        line,
        new StartState(timeNs, 20.0, 0.0, 0.0, 0.0, 1.0, 0.0, 20.0, -lineY),
        ClosedLoop.CAR,
        nobody,
        (px, py) -> true,
        15.0,
        List.of(),
        List.of(),
        0.0);
  }
}
