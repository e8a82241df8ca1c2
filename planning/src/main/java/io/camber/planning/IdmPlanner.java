package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import java.util.List;

/**
 * The baseline that every other planner has to beat: lane centre, intelligent driver model behind whoever is in the lane now.
 * Also an example of how little a planner needs.
 */
public final class IdmPlanner implements Planner {
  private final PlannerConfig config;
  private final ProposalGenerator generator;
  private final SituationSource source;
  private Trajectory last = Trajectory.EMPTY;

  public IdmPlanner(PlannerConfig config) {
    this.config = config;
    this.generator = new ProposalGenerator(config.style());
    this.source = new SituationSource(generator);
  }

  @Override
  public Plan plan(PlanningInput input) {
    TrajectoryPoint start = PlanStart.of(input, last, config);
    Situation situation = source.read(input, start);
    Proposal follow = generator.follow(situation);
    Proposal stop = generator.brake(situation, follow.path(), 3.0, 5.0);
    last = Trajectories.of(follow, start.timeNs());
    return new Plan(
        input.timeNs(),
        last,
        Trajectories.of(stop, start.timeNs()),
        List.of(follow.name()),
        List.of());
  }

  @Override
  public void restyle(DrivingStyle style) {
    generator.restyle(style);
  }

  @Override
  public RouteView route() {
    return source.route();
  }
}
