package io.camber.planning;

import io.camber.motion.Plan;
import io.camber.planning.fallback.SafeStop;
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
  private final AsideWish wish = new AsideWish();
  private final LastPlan last = new LastPlan();

  public ProposalPlanner(PlannerConfig config) {
    this.config = config;
    this.generator = new ProposalGenerator(config.style());
    this.scorer = new ProposalScorer(config.weights());
    this.safeStop = new SafeStop(generator, scorer);
    this.source = new SituationSource(generator);
  }

  @Override
  public Plan plan(PlanningInput input) {
    Situation situation = source.read(input, PlanStart.of(input, last.trajectory(), config));
    Optional<PlanMemory> memory = last.memory(situation);
    Choice choice = choose(situation, memory);
    remember(choice, memory);
    return choice.plan(input.timeNs(), config.tableSize());
  }

  /**
   * Plans as {@link #plan} does, and besides what it would have planned if others were around: from the same state, with the
   * same lights. Only the plan is remembered.
   */
  public SecondOpinion planTwice(PlanningInput input, Tracks tracks, Futures futures) {
    Situation situation = source.read(input, PlanStart.of(input, last.trajectory(), config));
    Situation otherwise = source.among(tracks, futures, situation);
    Optional<PlanMemory> memory = last.memory(situation);
    Choice choice = choose(situation, memory);
    Choice second = choose(otherwise, memory);
    List<Proposal> all = distinct(choice.proposals(), second.proposals());
    remember(choice, memory);
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
    Judgement steady = steady(proposals, judged.get(0), situation, memory);
    Judgement stop = safeStop.find(situation, steady.proposal().path());
    return new Choice(situation, proposals, judged, driven(steady, stop), stop);
  }

  /** The best; while it is a passing wish to move aside, the best that goes on as decided, if that is nearly as good. */
  private Judgement steady(
      List<Proposal> proposals, Judgement best, Situation situation, Optional<PlanMemory> memory) {
    if (memory.isEmpty() || !wish.isYoung(best, memory.get(), situation.start().timeNs())) {
      return best;
    }
    double decided = memory.get().target();
    List<Proposal> onwards = proposals.stream()
        .filter(proposal -> AsideWish.isSame(proposal.path().target(), decided))
        .toList();
    return scorer.judgeAmong(proposals, onwards, situation, memory).stream()
        .findFirst()
        .filter(going -> AsideWish.canWait(going, best))
        .orElse(best);
  }

  @Override
  public void restyle(DrivingStyle style) {
    generator.restyle(style);
  }

  @Override
  public RouteView route() {
    return source.route();
  }

  private void remember(Choice choice, Optional<PlanMemory> memory) {
    Situation situation = choice.situation();
    memory.ifPresentOrElse(
        known -> wish.remember(choice.judged().get(0), known, situation.start().timeNs()),
        wish::forget);
    last.remember(choice.best().proposal(), situation);
  }

  /** Nothing unsafe is driven while there is a stop that is clear; if a contact is near, the brakes make the best of it. */
  static Judgement driven(Judgement best, Judgement stop) {
    if (best.safe()) {
      return best;
    }
    return stop.safe() || best.contactS() < IMMINENT_S ? stop : best;
  }
}
