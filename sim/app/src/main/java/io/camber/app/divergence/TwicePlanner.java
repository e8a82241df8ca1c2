package io.camber.app.divergence;

import io.camber.evaluation.plan.PlanContrast;
import io.camber.motion.Plan;
import io.camber.planning.Planner;
import io.camber.planning.PlanningInput;
import io.camber.planning.ProposalPlanner;
import io.camber.planning.RouteView;
import io.camber.planning.SecondOpinion;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.Optional;
import java.util.function.Consumer;

/** The stack's planner that while it drives also plans on the truth, and tells how that differs. */
final class TwicePlanner implements Planner {
  private final ProposalPlanner planner;
  private final TruthAround truth;
  private final Consumer<PlanContrast> told;

  TwicePlanner(ProposalPlanner planner, TruthAround truth, Consumer<PlanContrast> told) {
    this.planner = planner;
    this.truth = truth;
    this.told = told;
  }

  @Override
  public Plan plan(PlanningInput input) {
    Optional<Tracks> tracks = truth.tracks(input);
    Optional<Futures> futures = truth.futures(input);
    if (!input.engaged() || tracks.isEmpty() || futures.isEmpty()) {
      return planner.plan(input);
    }
    SecondOpinion opinion = planner.planTwice(input, tracks.get(), futures.get());
    told.accept(PlanContrast.of(
        opinion.plan(), opinion.otherwise(), opinion.scores(), opinion.scoresOtherwise()));
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
