package io.camber.planning;

import io.camber.motion.Plan;
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
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
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
    Situation situation = source.read(input, PlanStart.of(input, last, config));
    Choice choice = choose(situation, memory(situation));
    remember(choice);
    return choice.plan(input.timeNs(), config.tableSize());
  }

  /**
   * Plans as {@link #plan} does, and besides what it would have planned if others were around: from the same state, with the
   * same lights. Only the plan is remembered.
   */
  public SecondOpinion planTwice(PlanningInput input, Tracks tracks, Futures futures) {
    Situation situation = source.read(input, PlanStart.of(input, last, config));
    Situation otherwise = source.among(tracks, futures, situation);
    Optional<PlanMemory> memory = memory(situation);
    Choice choice = choose(situation, memory);
    Choice second = choose(otherwise, memory);
    List<Proposal> all = distinct(choice.proposals(), second.proposals());
    remember(choice);
    return new SecondOpinion(
        choice.plan(input.timeNs(), config.tableSize()),
        second.plan(input.timeNs(), config.tableSize()),
        scorer.scores(all, situation, memory),
        scorer.scores(all, otherwise, memory));
  }

  private static List<Proposal> distinct(List<Proposal> some, List<Proposal> more) {
    List<Proposal> distinct = new ArrayList<>();
    for (List<Proposal> proposals : List.of(some, more)) {
      for (Proposal proposal : proposals) {
        if (distinct.stream().noneMatch(proposal::isSameMotion)) {
          distinct.add(proposal);
        }
      }
    }
    return distinct;
  }

  private Choice choose(Situation situation, Optional<PlanMemory> memory) {
    List<Proposal> proposals = generator.generate(situation);
    List<Judgement> judged = scorer.judge(proposals, situation, memory);
    Judgement stop = safeStop.find(situation, judged.get(0).proposal().path());
    return new Choice(situation, proposals, judged, driven(judged.get(0), stop), stop);
  }

  @Override
  public void restyle(DrivingStyle style) {
    generator.restyle(style);
  }

  @Override
  public RouteView route() {
    return source.route();
  }

  private void remember(Choice choice) {
    lastProposal = choice.best().proposal();
    lastStartNs = choice.situation().start().timeNs();
    last = Trajectories.of(lastProposal, lastStartNs);
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
}
