package io.camber.planning.proposal;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import io.camber.planning.route.StopPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the candidates: every path that is worth driving times every way to move along it. */
public final class ProposalGenerator {
  private static final double[] NUDGES = {0.5, -0.5, 1.0, -1.0};
  private static final double[] SHARES = {1.0, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.0};
  private static final double[] SHARES_BESIDE = {1.0, 0.8, 0.6, 0.3};
  private static final double[] DECELS = {1.0, 2.0, 3.0, 4.5, 6.5};

  /** Modes that a normal driver heeds. */
  private static final double LIKELY = 0.3;

  /** As {@link #LIKELY}, for people outside cars. */
  private static final double LIKELY_VULNERABLE = 0.15;

  private static final double POSSIBLE = 0.05;

  private static final double HORIZON_S = (PlanGrid.COUNT - 1) * PlanGrid.STEP_S;

  private final DrivingStyle style;
  private final LongitudinalModel model;

  public ProposalGenerator(DrivingStyle style) {
    this.style = style;
    this.model = new LongitudinalModel(style);
  }

  /** How far along the line a car at this speed can get within the horizon. */
  public double reachM(double speedMps, double setMps) {
    double faster = Math.max(speedMps, Math.min(setMps, speedMps + style.accelMps2Max() * 6.0));
    return 0.5 * (speedMps + faster) * HORIZON_S + 25.0;
  }

  /** The candidates, the plain ones first. */
  public List<Proposal> generate(Situation situation) {
    List<Proposal> proposals = new ArrayList<>();
    addAlong(proposals, situation, path(situation, "keep", 0.0), SHARES, true);
    for (double nudge : NUDGES) {
      if (fits(situation, nudge)) {
        String name = String.format(Locale.ROOT, "nudge%+.1f", nudge);
        addAlong(proposals, situation, path(situation, name, nudge), SHARES_BESIDE, false);
      }
    }
    for (double offset : situation.changeOffsets()) {
      String name = offset > 0.0 ? "change-left" : "change-right";
      addAlong(proposals, situation, path(situation, name, offset), SHARES, false);
    }
    return proposals;
  }

  /** Lane centre behind whoever is in the lane now, short of the stops. */
  public Proposal follow(Situation situation) {
    LateralPath path = path(situation, "keep", 0.0);
    List<Conflict> leaders = conflicts(situation, path).stream()
        .filter(c -> isLikely(c) && c.startsInside())
        .toList();
    Profile profile = model.drive(
        situation.start(),
        SpeedEnvelope.of(path, style, situation.setMps()),
        1.0,
        leaders,
        stopArcs(situation, path),
        situation.vehicle().frontM());
    return new Proposal("keep/idm", path, profile);
  }

  /** The path that settles at an offset from the reference line. */
  public LateralPath path(Situation situation, String name, double target) {
    StartState start = situation.start();
    double shift = Math.abs(target - start.d());
    double seconds = Math.max(2.4, Math.min(5.5, 1.6 + 1.2 * shift));
    double length = Math.max(9.0, start.speedMps() * seconds);
    double reach = reachM(start.speedMps(), situation.setMps());
    return LateralPath.of(name, situation.line(), start, target, length, reach);
  }

  /** Constant braking along a path. */
  public Proposal brake(Situation situation, LateralPath path, double decelMps2, double jerkMps3) {
    String name = String.format(Locale.ROOT, "%s/brake-%.1f", path.name(), decelMps2);
    return new Proposal(name, path, model.brake(situation.start(), decelMps2, jerkMps3));
  }

  /** What a car at full emergency braking does. */
  public Proposal emergency(Situation situation, LateralPath path) {
    return new Proposal(
        path.name() + "/emergency",
        path,
        model.brake(situation.start(), style.decelMps2Max(), 40.0));
  }

  private boolean fits(Situation situation, double nudge) {
    double s = situation.start().s() + Math.max(10.0, situation.start().speedMps() * 2.0);
    double half = situation.vehicle().widthM() / 2.0 + 0.1;
    return nudge + half < situation.line().leftEdgeAt(s) + 0.3
        && nudge - half > situation.line().rightEdgeAt(s) - 0.3;
  }

  private void addAlong(
      List<Proposal> proposals,
      Situation situation,
      LateralPath path,
      double[] shares,
      boolean thorough) {
    SpeedEnvelope envelope = SpeedEnvelope.of(path, style, situation.setMps());
    double frontM = situation.vehicle().frontM();
    double[] stops = stopArcs(situation, path);
    List<Conflict> all = conflicts(situation, path);
    List<Conflict> likely = all.stream().filter(ProposalGenerator::isLikely).toList();
    List<Conflict> inLane = likely.stream()
        .filter(c -> c.kind() == Conflict.Kind.LEADER && c.startsInside())
        .toList();
    addShares(proposals, situation, path, envelope, shares, "likely", likely, stops, frontM);
    if (all.size() > likely.size()) {
      addShares(proposals, situation, path, envelope, shares, "all", all, stops, frontM);
    }
    if (inLane.size() < likely.size()) {
      addShares(proposals, situation, path, envelope, shares, "assert", inLane, stops, frontM);
    }
    if (thorough || all.size() > 0) {
      for (double decel : DECELS) {
        proposals.add(brake(situation, path, decel, decel > 4.0 ? 15.0 : 5.0));
      }
      proposals.add(emergency(situation, path));
    }
  }

  private void addShares(
      List<Proposal> proposals,
      Situation situation,
      LateralPath path,
      SpeedEnvelope envelope,
      double[] shares,
      String care,
      List<Conflict> heeded,
      double[] stops,
      double frontM) {
    for (double share : shares) {
      String name = path.name() + "/" + care + "-" + (int) Math.rint(100.0 * share);
      Profile profile = model.drive(situation.start(), envelope, share, heeded, stops, frontM);
      proposals.add(new Proposal(name, path, profile));
    }
  }

  private double[] stopArcs(Situation situation, LateralPath path) {
    double back = situation.vehicle().frontM() + style.stopBeforeLineM();
    double[] arcs = new double[situation.stops().size()];
    for (int i = 0; i < arcs.length; i++) {
      StopPoint stop = situation.stops().get(i);
      arcs[i] = path.sigmaAtStation(stop.s()) - back;
    }
    return arcs;
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

  private static boolean isLikely(Conflict conflict) {
    ActorMode mode = conflict.mode();
    return mode.probability() >= (mode.isVulnerable() ? LIKELY_VULNERABLE : LIKELY);
  }
}
