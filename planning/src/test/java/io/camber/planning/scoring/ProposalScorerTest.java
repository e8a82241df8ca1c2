package io.camber.planning.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.planning.forecast.Forecast;
import io.camber.planning.proposal.DrivableArea;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.proposal.StartState;
import io.camber.planning.route.ReferenceLine;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProposalScorerTest {
  private final ProposalGenerator generator = new ProposalGenerator(DrivingStyle.comfortable());
  private final ProposalScorer scorer = new ProposalScorer(ScoreWeights.standard());

  @Test
  void changesLanesWhenTheRouteAsksForItAndThereIsRoad() {
    assertThat(best((x, y) -> true)).startsWith("change-left");
  }

  @Test
  void doesNotChangeToALaneThatIsNotThere() {
    assertThat(best((x, y) -> Math.abs(y) < 1.9)).startsWith("keep");
  }

  /** The best proposal on a straight road at 15 m/s whose route urgently asks for the lane 3.5 m to the left. */
  private String best(DrivableArea road) {
    double[] x = new double[401];
    double[] y = new double[401];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    ReferenceLine line = ReferenceLine.through(x, y, 15.0, 3.5);
    StartState start = new StartState(0L, 50.0, 0.0, 0.0, 0.0, 15.0, 0.0, 50.0, 0.0);
    Forecast nobody =
        Forecast.of(new Tracks(0L, List.of()), new Futures(0L, List.of()), 0L, line, 50.0, 150.0);
    Situation situation = new Situation(
        line,
        start,
        VehicleDescription.midSizeCar(),
        nobody,
        road,
        15.0,
        List.of(),
        List.of(3.5),
        1.0);
    return scorer
        .judge(generator.generate(situation), situation, Optional.empty())
        .get(0)
        .proposal()
        .name();
  }
}
