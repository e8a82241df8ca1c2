package io.camber.planning.scoring;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.proposal.Profile;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.Situation;
import io.camber.planning.route.StopPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges proposals as NAVSIM's EPDMS does: a product of what must not happen times a weighted sum of what is good. The sum is
 * cheap and bounds the score from above, so proposals are simulated best bound first, and only until no bound can win.
 */
public final class ProposalScorer {
  /** Contacts further off than this count less: several plans will be made before. */
  private static final double CERTAIN_S = 3.0;

  /** Mean speed above what is allowed at which nothing is left of that weight. */
  private static final double EXCESS_MPS = 1.0;

  /** Within these distances of the last plan, after 2 s and 4 s, a plan is the same decision. */
  private static final double FREE_SOON_M = 3.0;

  private static final double FREE_LATER_M = 10.0;

  /** Paths that settle further than this beside the reference line must be checked against the road. */
  private static final double BESIDE_M = 0.1;

  /** Grid steps at which they are checked: what lies further ahead is for later plans. */
  private static final int ROAD_FROM_STEP = 4;

  private static final int ROAD_TO_STEP = 51;
  private static final int ROAD_STEPS = 4;

  /** Room to a stop line that a proposal must leave. */
  private static final double LINE_ROOM_M = 0.4;

  private static final double HORIZON_S = (PlanGrid.COUNT - 1) * PlanGrid.STEP_S;

  /** A probable contact with a vulnerable road user never counts less than this. */
  private static final double VULNERABLE_FLOOR = 0.6;

  /** Modes of vulnerable road users from here on are probable. */
  private static final double PROBABLE = 0.15;

  /** Weight of a merely possible contact with a vulnerable road user, as a multiple of its probability. */
  private static final double POSSIBLE_WEIGHT = 2.0;

  /** Impacts from here on count in full when they are merely possible: the chance asks for less speed, not for a stop. */
  private static final double SEVERE_MPS = 10.0;

  private final ScoreWeights weights;

  public ProposalScorer(ScoreWeights weights) {
    this.weights = weights;
  }

  /** Best first; those that could not win any more are left out. */
  public List<Judgement> judge(
      List<Proposal> proposals, Situation situation, Optional<PlanMemory> memory) {
    double farthest = farthest(proposals);
    List<Bounded> bounded = new ArrayList<>(proposals.size());
    for (Proposal proposal : proposals) {
      bounded.add(new Bounded(proposal, bound(proposal, situation, memory, farthest)));
    }
    bounded.sort(Comparator.comparingDouble(Bounded::bound).reversed());
    Trial trial = new Trial(situation);
    List<Judgement> judged = new ArrayList<>();
    double best = 0.0;
    for (Bounded candidate : bounded) {
      if (candidate.bound() <= best) {
        break;
      }
      Judgement judgement = trial.judge(candidate.proposal(), candidate.bound());
      best = Math.max(best, judgement.score());
      judged.add(judgement);
    }
    judged.sort(Comparator.comparingDouble(Judgement::score).reversed());
    return judged;
  }

  /** The score of every proposal, in their order, none left out: what the table says of those that could not win is a bound. */
  public List<Double> scores(
      List<Proposal> proposals, Situation situation, Optional<PlanMemory> memory) {
    double farthest = farthest(proposals);
    Trial trial = new Trial(situation);
    List<Double> scores = new ArrayList<>(proposals.size());
    for (Proposal proposal : proposals) {
      trial.best = 0.0;
      double bound = bound(proposal, situation, memory, farthest);
      scores.add(trial.judge(proposal, bound).score());
    }
    return scores;
  }

  private static double farthest(List<Proposal> proposals) {
    double farthest = 1.0;
    for (Proposal proposal : proposals) {
      farthest = Math.max(farthest, proposal.profile().lastArc());
    }
    return farthest;
  }

  /** One proposal, simulated and judged for safety alone. */
  public Judgement verify(Proposal proposal, Situation situation) {
    return new Trial(situation).judge(proposal, 1.0);
  }

  private record Bounded(Proposal proposal, double bound) {}

  /** The weighted sum with time to collision and clearance taken as good. */
  private double bound(
      Proposal proposal, Situation situation, Optional<PlanMemory> memory, double farthest) {
    Profile profile = proposal.profile();
    double progress = profile.lastArc() / farthest;
    double sum = weights.progress() * progress
        + weights.ttc()
        + weights.gap()
        + weights.speed() * (1.0 - Math.min(1.0, proposal.excessMps() / EXCESS_MPS))
        + weights.comfort() * comfort(profile)
        + weights.laneKeeping() * laneKeeping(proposal, situation)
        + weights.consistency() * memory.map(m -> consistency(proposal, m)).orElse(1.0);
    return sum / weights.sum() * keepsStops(proposal, situation);
  }

  private static double comfort(Profile profile) {
    double hardest = 0.0;
    double jerk = 0.0;
    for (int k = 1; k < PlanGrid.COUNT; k++) {
      double a = profile.accelMps2(k);
      hardest = Math.max(hardest, a < 0.0 ? -a - 0.5 : a - 0.5);
      double change = (a - profile.accelMps2(k - 1)) / PlanGrid.STEP_S;
      jerk += change * change;
    }
    double rms = Math.sqrt(jerk / PlanGrid.COUNT);
    double ease = 1.0 - Math.min(1.0, Math.max(0.0, hardest - 1.0) / 6.0);
    return 0.7 * ease + 0.3 * (1.0 - Math.min(1.0, rms / 5.0));
  }

  private static double laneKeeping(Proposal proposal, Situation situation) {
    double target = proposal.path().target();
    for (double wanted : situation.changeOffsets()) {
      if (target == wanted) {
        return 1.0 + situation.urgency();
      }
    }
    double missed = situation.changeOffsets().isEmpty() ? 0.0 : 0.3;
    return Math.max(0.0, 1.0 - 0.5 * Math.abs(target)) - missed;
  }

  private static double consistency(Proposal proposal, PlanMemory memory) {
    Profile profile = proposal.profile();
    double soon = beyond(FREE_SOON_M, profile.arc(20) - memory.arcMAfter2s());
    double later = beyond(FREE_LATER_M, profile.arc(40) - memory.arcMAfter4s());
    double aside = Math.abs(proposal.path().target() - memory.target());
    return 1.0 - Math.min(1.0, soon / 6.0 + later / 30.0 + 0.4 * aside);
  }

  private static double beyond(double free, double difference) {
    return Math.max(0.0, Math.abs(difference) - free);
  }

  /** Far below 1 when the front passes a line that it must not pass. */
  private static double keepsStops(Proposal proposal, Situation situation) {
    double front = proposal.profile().lastArc() + situation.vehicle().frontM();
    for (StopPoint stop : situation.stops()) {
      if (front > proposal.path().sigmaAtStation(stop.s()) - LINE_ROOM_M) {
        return 0.1;
      }
    }
    return 1.0;
  }

  /** Far below 1 when a proposal beside the reference line brings the body off the road. The line itself is the map's. */
  private static double keepsRoad(Proposal proposal, Situation situation, Rollout rollout) {
    if (Math.abs(proposal.path().target()) < BESIDE_M) {
      return 1.0;
    }
    double halfLength = situation.vehicle().lengthM() / 2.0;
    double halfWidth = situation.vehicle().widthM() / 2.0;
    for (int k = ROAD_FROM_STEP; k < ROAD_TO_STEP; k += ROAD_STEPS) {
      for (int corner = 0; corner < 4; corner++) {
        double along = (corner & 1) == 0 ? halfLength : -halfLength;
        double left = (corner & 2) == 0 ? halfWidth : -halfWidth;
        double x = rollout.x(k) + along * rollout.cos(k) - left * rollout.sin(k);
        double y = rollout.y(k) + along * rollout.sin(k) + left * rollout.cos(k);
        if (!situation.road().isDrivable(x, y)) {
          return 0.1;
        }
      }
    }
    return 1.0;
  }

  /** Simulates and compares with every mode. Scratch memory is shared by all proposals of a cycle. */
  private final class Trial {
    private final Situation situation;
    private final Rollout rollout = new Rollout();
    private final Encounter encounter;
    private double best;

    Trial(Situation situation) {
      this.situation = situation;
      this.encounter = new Encounter(situation.vehicle());
    }

    Judgement judge(Proposal proposal, double bound) {
      rollout.simulate(proposal, situation.start(), situation.vehicle());
      double clear = 1.0;
      double hit = 0.0;
      double worst = 0.0;
      int track = Integer.MIN_VALUE;
      boolean ttcShort = false;
      double soonest = HORIZON_S;
      double impact = 0.0;
      double shortage = 0.0;
      double critical = 0.0;
      int culprit = 0;
      for (ActorMode mode : situation.forecast().modes()) {
        if (mode.track().id() != track) {
          clear *= 1.0 - hit;
          hit = 0.0;
          track = mode.track().id();
        }
        if (isFollower(proposal, mode)) {
          continue;
        }
        encounter.examine(rollout, mode, !keepsStrip(proposal));
        double share = Math.min(1.0, 1.5 * mode.probability());
        shortage = Math.max(shortage, share * encounter.shortage());
        critical = Math.max(critical, share * encounter.critical());
        if (encounter.contact() != Encounter.NEVER) {
          double at = encounter.contact() * PlanGrid.STEP_S;
          hit = Math.min(1.0, hit + weight(mode, at, encounter.impactMps()));
          worst = Math.max(worst, hit);
          if (at < soonest) {
            soonest = at;
            impact = encounter.impactMps();
            culprit = mode.track().id();
          }
        } else if (encounter.shortTtc() != Encounter.NEVER && mode.probability() >= 0.25) {
          ttcShort = true;
        }
      }
      clear *= 1.0 - hit;
      double lost =
          ((ttcShort ? weights.ttc() : 0.0) + weights.gap() * Math.min(1.0, 2.0 * shortage))
              / weights.sum();
      double score =
          Math.max(0.0, bound - lost) * clear * (1.0 - Math.min(0.9, 2.0 * critical)) * tracked();
      if (worst > 0.0) {
        score += 1e-3 * (soonest / HORIZON_S + Math.max(0.0, 1.0 - impact / 40.0));
      }
      if (score > best) {
        score *= keepsRoad(proposal, situation, rollout);
      }
      best = Math.max(best, score);
      boolean safe = worst < 0.2;
      double contactS = worst > 0.0 ? soonest : Double.POSITIVE_INFINITY;
      return new Judgement(
          proposal, score, safe, contactS, verdict(worst, soonest, culprit, ttcShort));
    }

    private double weight(ActorMode mode, double at, double impactMps) {
      double sure = at <= CERTAIN_S ? 1.0 : 1.0 - 0.7 * (at - CERTAIN_S) / (HORIZON_S - CERTAIN_S);
      double probability = mode.probability();
      if (!mode.isVulnerable()) {
        return probability * sure;
      }
      if (probability >= PROBABLE) {
        return Math.max(VULNERABLE_FLOOR, probability) * sure;
      }
      double severity = 0.3 + 0.7 * Math.min(1.0, impactMps / SEVERE_MPS);
      return POSSIBLE_WEIGHT * probability * severity * sure;
    }

    private double tracked() {
      return rollout.offsetMaxM() < 0.6 ? 1.0 : 0.5;
    }

    private boolean keepsStrip(Proposal proposal) {
      return Math.abs(proposal.path().target() - situation.start().d()) < 1.3;
    }

    /** Behind in the ego's own strip: it will brake for the ego, whatever constant speed predicts. */
    private boolean isFollower(Proposal proposal, ActorMode mode) {
      double rear = situation.start().s() - situation.vehicle().rearOverhangM();
      boolean behind = mode.s(0) < rear && mode.alongMps(0) >= -0.5;
      double strip = situation.vehicle().widthM() / 2.0 + mode.halfD(0) + 0.3;
      return behind
          && (keepsStrip(proposal) || Math.abs(mode.d(0) - situation.start().d()) < strip);
    }
  }

  private static String verdict(double worst, double soonest, int culprit, boolean ttcShort) {
    if (worst > 0.0) {
      double tenths = Math.rint(10.0 * soonest) / 10.0;
      return "contact:" + culprit + "@" + tenths + "s";
    }
    return ttcShort ? "ttc" : "ok";
  }
}
