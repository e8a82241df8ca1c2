package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.proposal.CentrelinePolicies;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.scoring.PdmScorer;
import io.camber.scene.Futures;
import java.util.List;

/**
 * A planner for comparison, after the description of PDM-Closed (Dauner et al. 2023): fifteen centreline proposals by the intelligent
 * driver model, simulated and scored while everybody else goes straight on; emergency braking when even the best would hit somebody
 * soon. It makes its proposals about our reference line, starts them on its last plan and knows nothing of predicted modes.
 */
public final class PdmPlanner implements Planner {
  /** A contact sooner than this is answered with the brakes. */
  private static final double EMERGENCY_S = 2.0;

  private final PlannerConfig config;
  private final ProposalGenerator generator;
  private final SituationSource source;
  private final PdmScorer scorer = new PdmScorer();
  private Trajectory last = Trajectory.EMPTY;

  public PdmPlanner(PlannerConfig config) {
    this.config = config;
    this.generator = new ProposalGenerator(config.style());
    this.source = new SituationSource(generator);
  }

  @Override
  public Plan plan(PlanningInput input) {
    TrajectoryPoint start = PlanStart.of(input, last, config);
    Situation situation = source.read(straightOn(input), start);
    PdmScorer.Scored best = scorer.best(CentrelinePolicies.of(situation), situation);
    Proposal stop = generator.emergency(situation, best.proposal().path());
    boolean emergency = best.contactS() < EMERGENCY_S;
    last = Trajectories.of(emergency ? stop : best.proposal(), start.timeNs());
    return new Plan(
        input.timeNs(),
        last,
        Trajectories.of(stop, start.timeNs()),
        List.of(emergency ? "emergency" : best.proposal().name()),
        List.of(new ProposalScore(
            best.proposal().name(), best.score(), "best", Trajectories.sketch(best.proposal()))));
  }

  /** Without futures every track is carried on straight. */
  private static PlanningInput straightOn(PlanningInput input) {
    return new PlanningInput(
        input.timeNs(),
        input.ego(),
        input.engaged(),
        input.steeringAngle(),
        input.vehicle(),
        input.map(),
        input.mission(),
        input.tracks(),
        new Futures(input.futures().timeNs(), List.of()),
        input.signals());
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
