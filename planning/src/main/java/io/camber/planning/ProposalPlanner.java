package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.planning.fallback.SafeStop;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.scoring.Judgement;
import io.camber.planning.scoring.PlanMemory;
import io.camber.planning.scoring.ProposalScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forecast, propose, simulate, score, fall back: many candidate trajectories are rolled out, judged against every predicted
 * mode, and the best is driven; a verified stop goes with it. After PDM-Closed (Dauner et al. 2023), with predicted modes
 * instead of constant velocity, proposals anew in each cycle, and lane changes. State: the route, the last plan, what lights
 * showed.
 */
public final class ProposalPlanner implements Planner {
  /** A contact that no later plan will avoid by better means than braking. */
  private static final double IMMINENT_S = 2.0;

  private final PlannerConfig config;
  private final ProposalGenerator generator;
  private final ProposalScorer scorer;
  private final SafeStop safeStop;
  private final SituationSource source;
  private Trajectory last = Trajectory.EMPTY;
  private @Nullable Proposal lastProposal;
  private long lastStartNs;

  public ProposalPlanner(PlannerConfig config) {
    this.config = config;
    this.generator = new ProposalGenerator(config.style());
    this.scorer = new ProposalScorer(config.weights());
    this.safeStop = new SafeStop(generator, scorer);
    this.source = new SituationSource(generator);
  }

  @Override
  public Plan plan(PlanningInput input) {
    TrajectoryPoint start = PlanStart.of(input, last, config);
    Situation situation = source.read(input, start);
    List<Proposal> proposals = generator.generate(situation);
    List<Judgement> judged = scorer.judge(proposals, situation, memory(situation));
    Judgement stop = safeStop.find(situation, judged.get(0).proposal().path());
    Judgement best = driven(judged.get(0), stop);
    remember(best.proposal(), start.timeNs());
    return new Plan(
        input.timeNs(),
        last,
        Trajectories.of(stop.proposal(), start.timeNs()),
        Reasons.of(situation, best, stop),
        table(judged, proposals.size()));
  }

  @Override
  public void restyle(DrivingStyle style) {
    generator.restyle(style);
  }

  @Override
  public RouteView route() {
    return source.route();
  }

  private void remember(Proposal proposal, long startNs) {
    last = Trajectories.of(proposal, startNs);
    lastProposal = proposal;
    lastStartNs = startNs;
  }

  /** Nothing unsafe is driven while there is a stop that is clear; if a contact is near, the brakes make the best of it. */
  static Judgement driven(Judgement best, Judgement stop) {
    if (best.safe()) {
      return best;
    }
    return stop.safe() || best.contactS() < IMMINENT_S ? stop : best;
  }

  /** What the last plan meant to do from here; empty when it is too old or there was none. */
  private Optional<PlanMemory> memory(Situation situation) {
    Proposal before = lastProposal;
    double elapsed = (situation.start().timeNs() - lastStartNs) * 1e-9 / PlanGrid.STEP_S;
    if (before == null || elapsed < 0.0 || elapsed > 10.0) {
      return Optional.empty();
    }
    TrajectoryPoint end = last.last();
    double s = situation
        .line()
        .project(end.x(), end.y(), situation.start().s(), situation.line().lengthM());
    double done = arcAt(before, elapsed);
    return Optional.of(new PlanMemory(
        arcAt(before, elapsed + 20.0) - done,
        arcAt(before, elapsed + 40.0) - done,
        situation.line().offset(end.x(), end.y(), s)));
  }

  private static double arcAt(Proposal proposal, double step) {
    int k = Math.min(PlanGrid.COUNT - 2, (int) step);
    double f = step - k;
    double a = proposal.profile().arc(k);
    return a + f * (proposal.profile().arc(k + 1) - a);
  }

  private List<ProposalScore> table(List<Judgement> judged, int proposed) {
    List<ProposalScore> table = new ArrayList<>();
    for (Judgement j : judged.subList(0, Math.min(config.tableSize(), judged.size()))) {
      table.add(new ProposalScore(
          j.proposal().name(), j.score(), j.verdict(), Trajectories.sketch(j.proposal())));
    }
    if (proposed > judged.size()) {
      String name = "others:" + (proposed - judged.size());
      table.add(new ProposalScore(name, 0.0, "bounded below the best", List.of()));
    }
    return table;
  }
}
