package io.camber.planning.proposal;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the candidates: every path that is worth driving times every way to move along it. */
public final class ProposalGenerator {
  private static final double[] NUDGES = {0.5, -0.5, 1.0, -1.0};
  private static final double[] SHARES = {1.0, 0.95, 0.9, 0.85, 0.8, 0.65, 0.5, 0.35, 0.2, 0.0};
  private static final double[] SHARES_BESIDE = {1.0, 0.8, 0.6, 0.3};

  /** Modes that a normal driver heeds. */
  private static final double LIKELY = 0.3;

  /** As {@link #LIKELY}, for people outside cars. */
  private static final double LIKELY_VULNERABLE = 0.15;

  private static final double POSSIBLE = 0.05;

  /** A nudge may bring the body this far over a lane edge. */
  private static final double OVER_EDGE_M = 0.2;

  /** Stations at which the room for a nudge is looked up. */
  private static final double FIT_STEP_M = 3.0;

  private static final double HORIZON_S = (PlanGrid.COUNT - 1) * PlanGrid.STEP_S;

  private DrivingStyle style;
  private LongitudinalModel model;

  public ProposalGenerator(DrivingStyle style) {
    this.style = style;
    this.model = new LongitudinalModel(style);
  }

  /** Drives in another style from the next candidates on. */
  public void restyle(DrivingStyle other) {
    style = other;
    model = new LongitudinalModel(other);
  }

  /** The speed to aim at when the passenger has set this one. */
  public double setMps(double passengerMps) {
    return Math.min(passengerMps, style.speedMpsMax());
  }

  /** How far along the line a car at this speed can get within the horizon. */
  public double reachM(double speedMps, double setMps) {
    double faster = Math.max(speedMps, Math.min(setMps, speedMps + style.accelMps2Max() * 6.0));
    return 0.5 * (speedMps + faster) * HORIZON_S + 25.0;
  }

  /** The candidates, the plain ones first. */
  public List<Proposal> generate(Situation situation) {
    LateralPath centre = path(situation, "keep", 0.0);
    List<Conflict> onCentre = conflicts(situation, centre);
    List<Proposal> proposals = new ArrayList<>(along(situation, centre, onCentre));
    for (double nudge : NUDGES) {
      if (fits(situation, nudge)) {
        proposals.addAll(beside(situation, nudge, onCentre));
      }
    }
    for (double offset : situation.changeOffsets()) {
      LateralPath path = path(situation, offset > 0.0 ? "change-left" : "change-right", offset);
      proposals.addAll(along(situation, path, conflicts(situation, path)));
    }
    return proposals;
  }

  /** Lane centre behind whoever is in the lane now, short of the stops. */
  public Proposal follow(Situation situation) {
    LateralPath path = path(situation, "keep", 0.0);
    return batch(situation, path)
        .follow("idm", leaders(conflicts(situation, path)), 1.0)
        .proposals()
        .get(0);
  }

  /** Constant braking along a path. */
  public Proposal brake(Situation situation, LateralPath path, double decelMps2, double jerkMps3) {
    Profile profile = model.brake(situation.start(), decelMps2, jerkMps3);
    return new Proposal(
        String.format(Locale.ROOT, "%s/brake-%.1f", path.name(), decelMps2), path, profile, 0.0);
  }

  /** All that the brakes give. */
  public Proposal emergency(Situation situation, LateralPath path) {
    return brake(situation, path, style.decelMps2Max(), 40.0);
  }

  /** The path that settles at an offset from the reference line. */
  private LateralPath path(Situation situation, String name, double target) {
    StartState start = situation.start();
    double shift = Math.abs(target - start.d());
    double seconds = Math.max(2.4, Math.min(5.5, 1.6 + 1.2 * shift));
    double length = Math.max(9.0, start.speedMps() * seconds);
    double reach = reachM(start.speedMps(), situation.setMps());
    return LateralPath.of(name, situation.line(), start, target, length, reach);
  }

  private ProposalBatch batch(Situation situation, LateralPath path) {
    return new ProposalBatch(situation, path, style, model);
  }

  /** Careful, more careful, insisting, and braking. */
  private List<Proposal> along(Situation situation, LateralPath path, List<Conflict> all) {
    List<Conflict> likely = likely(all);
    List<Conflict> leaders = leaders(all);
    ProposalBatch batch = batch(situation, path).follow("likely", likely, SHARES);
    if (all.size() > likely.size()) {
      batch.follow("all", all, SHARES);
    }
    if (leaders.size() < likely.size()) {
      batch.follow("assert", leaders, SHARES);
    }
    return batch.brake(style.decelMps2Max()).proposals();
  }

  /**
   * Makes room for what stands in the way. Whoever moves is heeded as if the ego kept to the centre: nobody is squeezed past.
   */
  private List<Proposal> beside(Situation situation, double nudge, List<Conflict> onCentre) {
    String name = String.format(Locale.ROOT, "nudge%+.1f", nudge);
    LateralPath path = path(situation, name, nudge);
    List<Conflict> heeded = new ArrayList<>(likely(conflicts(situation, path)));
    for (Conflict conflict : likely(onCentre)) {
      if (conflict.isMoving()) {
        heeded.add(conflict);
      }
    }
    ProposalBatch batch = batch(situation, path).follow("likely", heeded, SHARES_BESIDE);
    if (onCentre.stream().anyMatch(c -> !c.isMoving())) {
      batch.brake(style.decelMps2Max());
    }
    return batch.proposals();
  }

  private boolean fits(Situation situation, double nudge) {
    double from = situation.start().s();
    double to = from + Math.max(15.0, situation.start().speedMps() * 3.0);
    double half = situation.vehicle().widthM() / 2.0;
    for (double s = from; s <= to; s += FIT_STEP_M) {
      if (nudge + half > situation.line().leftEdgeAt(s) + OVER_EDGE_M
          || nudge - half < situation.line().rightEdgeAt(s) - OVER_EDGE_M) {
        return false;
      }
    }
    return true;
  }

  private static List<Conflict> conflicts(Situation situation, LateralPath path) {
    List<Conflict> conflicts = new ArrayList<>();
    double half = situation.vehicle().widthM() / 2.0;
    for (ActorMode mode : situation.forecast().modes()) {
      if (mode.probability() >= POSSIBLE && !isFollower(situation, mode)) {
        Conflict.between(mode, path, half, situation.vehicle().rearOverhangM())
            .ifPresent(conflicts::add);
      }
    }
    return conflicts;
  }

  /** Behind the rear bumper and driving the same way. */
  private static boolean isFollower(Situation situation, ActorMode mode) {
    double rear = situation.start().s() - situation.vehicle().rearOverhangM();
    return mode.s(0) + 0.5 * mode.halfS(0) < rear && mode.alongMps(0) >= -0.5;
  }

  private static List<Conflict> likely(List<Conflict> conflicts) {
    return conflicts.stream().filter(ProposalGenerator::isLikely).toList();
  }

  private static boolean isLikely(Conflict conflict) {
    ActorMode mode = conflict.mode();
    return mode.probability() >= (mode.isVulnerable() ? LIKELY_VULNERABLE : LIKELY);
  }

  /** Those in the lane now. */
  private static List<Conflict> leaders(List<Conflict> conflicts) {
    return conflicts.stream()
        .filter(c -> isLikely(c) && c.kind() == Conflict.Kind.LEADER && c.startsInside())
        .toList();
  }
}
