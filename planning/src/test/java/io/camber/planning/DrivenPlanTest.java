package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.planning.forecast.Forecast;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.proposal.StartState;
import io.camber.planning.route.ReferenceLine;
import io.camber.planning.scoring.Judgement;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrivenPlanTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final Proposal any = anyProposal();
  private final Judgement clear = new Judgement(any, 0.8, true, NEVER, "ok");
  private final Judgement unsafe = new Judgement(any, 0.4, false, 3.0, "contact:1@3.0s");
  private final Judgement stop = new Judgement(any, 0.1, true, NEVER, "ok");
  private final Judgement unverified = new Judgement(any, 0.1, false, 3.5, "contact:1@3.5s");

  @Test
  void drivesTheBestWhileItIsClear() {
    assertThat(ProposalPlanner.driven(clear, stop)).isSameAs(clear);
    assertThat(ProposalPlanner.driven(clear, unverified)).isSameAs(clear);
  }

  @Test
  void drivesTheClearStopWhenNothingElseIsClear() {
    assertThat(ProposalPlanner.driven(unsafe, stop)).isSameAs(stop);
  }

  @Test
  void drivesTheLeastBadWhenNoStopIsClearEither() {
    assertThat(ProposalPlanner.driven(unsafe, unverified)).isSameAs(unsafe);
  }

  @Test
  void brakesWithAllItHasWhenAContactIsNear() {
    Judgement near = new Judgement(any, 0.4, false, 1.9, "contact:1@1.9s");

    assertThat(ProposalPlanner.driven(near, unverified)).isSameAs(unverified);
  }

  private static Proposal anyProposal() {
    double[] x = new double[201];
    double[] y = new double[201];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    ReferenceLine line = ReferenceLine.through(x, y, 15.0, 3.5);
    Forecast nobody =
        Forecast.of(new Tracks(0L, List.of()), new Futures(0L, List.of()), 0L, line, 0.0, 100.0);
    Situation situation = new Situation(
        line,
        new StartState(0L, 20.0, 0.0, 0.0, 0.0, 10.0, 0.0, 20.0, 0.0),
        ClosedLoop.CAR,
        nobody,
        (px, py) -> true,
        15.0,
        List.of(),
        List.of(),
        0.0);
    return new ProposalGenerator(DrivingStyle.comfortable()).follow(situation);
  }
}
