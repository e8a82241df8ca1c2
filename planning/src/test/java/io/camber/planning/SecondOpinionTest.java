package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.motion.Plan;
import io.camber.planning.ClosedLoop.Moment;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A car ahead that is there, and the same drive with it unseen or gone. */
final class SecondOpinionTest {
  private static final double LANE = -1.75;

  @Test
  void theSameAroundGivesTheSamePlanAndScores() {
    Twice twice = new Twice(true);
    List<Moment> drive = drive(twice);

    assertThat(drive).hasSize(80);
    for (SecondOpinion opinion : twice.opinions) {
      assertThat(opinion.otherwise()).isEqualTo(opinion.plan());
      assertThat(opinion.scoresOtherwise()).isEqualTo(opinion.scores());
    }
  }

  @Test
  void askingForASecondOpinionChangesNoPlan() {
    List<Moment> asked = drive(new Twice(false));
    List<Moment> alone = drive(new ProposalPlanner(PlannerConfig.standard()));

    assertThat(asked).isEqualTo(alone);
  }

  @Test
  void withoutTheCarAheadTheOtherPlanGoesFurther() {
    Twice twice = new Twice(false);
    drive(twice);

    SecondOpinion last = twice.opinions.get(twice.opinions.size() - 1);
    assertThat(last.otherwise().nominal().last().x())
        .isGreaterThan(last.plan().nominal().last().x() + 10.0);
    assertThat(last.scores()).isNotEqualTo(last.scoresOtherwise());
    assertThat(last.scores()).allMatch(score -> score >= 0.0 && score <= 1.2);
  }

  private static List<Moment> drive(Planner planner) {
    return new ClosedLoop(TestRoads.straight(1, 3000.0, 40.0, 0.0), planner)
        .setSpeed(25.0)
        .with(ScriptedActor.car(7, Drives.along(LANE, 90.0, t -> 12.0 * t)))
        .run(new Pose2(20.0, LANE, 0.0), 20.0, 8.0);
  }

  /** Asks each time, about the same or about an empty road. */
  private static final class Twice implements Planner {
    private final ProposalPlanner planner = new ProposalPlanner(PlannerConfig.standard());
    private final List<SecondOpinion> opinions = new ArrayList<>();
    private final boolean same;

    Twice(boolean same) {
      this.same = same;
    }

    @Override
    public Plan plan(PlanningInput input) {
      Tracks none = new Tracks(input.tracks().timeNs(), List.of());
      Futures empty = new Futures(input.futures().timeNs(), List.of());
      SecondOpinion opinion =
          planner.planTwice(input, same ? input.tracks() : none, same ? input.futures() : empty);
      opinions.add(opinion);
      return opinion.plan();
    }

    @Override
    public void restyle(DrivingStyle style) {
      planner.restyle(style);
    }

    @Override
    public RouteView route() {
      return planner.route();
    }
  }
}
