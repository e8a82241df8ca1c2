package io.camber.planning.scoring;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import io.camber.vehicle.VehicleDescription;

/**
 * The meeting of a rolled-out proposal with one mode of one track: first contact for which the ego would be to blame, and
 * whether the time to collision ever falls short. Boxes are compared by the separating axis theorem.
 */
final class Encounter {
  static final int NEVER = -1;

  /** Room beside and before another car that counts as touching it. */
  private static final double MARGIN_M = 0.15;

  private static final double VULNERABLE_MARGIN_M = 0.4;

  private static final double CHANGE_MARGIN_M = 0.8;

  /** A crossing or oncoming car may come this much earlier or later than predicted. */
  private static final double CROSSING_SLACK_S = 0.35;

  /** Time to collision that no plan may undercut, in two looks ahead (grid steps). */
  private static final int[] TTC_STEPS = {5, 10};

  /** Clearance to a leader below which following is too close: at standstill, and per speed. */
  private static final double STANDING_GAP_M = 2.2;

  private static final double STANDING_GAP_VULNERABLE_M = 2.6;

  private static final double GAP_S = 1.1;

  /** Clearance to a leader that only a mishap explains: at standstill, and per speed. */
  private static final double CRITICAL_GAP_M = 0.5;

  private static final double CRITICAL_GAP_S = 0.4;

  /** Slower than this the ego stands: whoever touches it then is to blame. */
  private static final double STANDING_MPS = 0.15;

  private final double egoHalfLength;
  private final double egoHalfWidth;
  private final double egoRadius;
  private int contact;
  private int shortTtc;
  private double impact;
  private double shortage;
  private double critical;

  Encounter(VehicleDescription vehicle) {
    this.egoHalfLength = vehicle.lengthM() / 2.0;
    this.egoHalfWidth = vehicle.widthM() / 2.0;
    this.egoRadius = Math.sqrt(egoHalfLength * egoHalfLength + egoHalfWidth * egoHalfWidth);
  }

  /**
   * Compares; the results are read from the accessors.
   *
   * @param changesLane then those behind are the ego's business too, at a greater distance
   */
  void examine(Rollout ego, ActorMode mode, boolean changesLane) {
    contact = NEVER;
    shortTtc = NEVER;
    impact = 0.0;
    shortage = 0.0;
    critical = 0.0;
    double margin =
        changesLane ? CHANGE_MARGIN_M : mode.isVulnerable() ? VULNERABLE_MARGIN_M : MARGIN_M;
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      double v = ego.speedMps(k);
      keepDistance(ego, k, mode);
      if (v < STANDING_MPS) {
        continue;
      }
      if (touches(ego, k, 0.0, mode, k, margin) && (changesLane || isToBlame(ego, k, mode))) {
        contact = k;
        double dvx = v * ego.cos(k) - mode.speedMps(k) * mode.cos(k);
        double dvy = v * ego.sin(k) - mode.speedMps(k) * mode.sin(k);
        impact = Math.sqrt(dvx * dvx + dvy * dvy);
        return;
      }
      if (shortTtc == NEVER && k % 2 == 0) {
        for (int ahead : TTC_STEPS) {
          int later = k + ahead;
          if (later < PlanGrid.COUNT
              && touches(ego, k, v * ahead * PlanGrid.STEP_S, mode, later, 0.0)
              && isAhead(ego, k, mode)) {
            shortTtc = k;
          }
        }
      }
    }
  }

  /** Adds up by how much the clearance to a leader falls short at a step. */
  private void keepDistance(Rollout ego, int k, ActorMode mode) {
    double dx = mode.x(k) - ego.x(k);
    double dy = mode.y(k) - ego.y(k);
    double v = ego.speedMps(k);
    double forward = ego.cos(k) * dx + ego.sin(k) * dy;
    double wanted = (mode.isVulnerable() ? STANDING_GAP_VULNERABLE_M : STANDING_GAP_M) + GAP_S * v;
    if (forward < 0.0 || forward > wanted + egoHalfLength + mode.radius()) {
      return;
    }
    double left = -ego.sin(k) * dx + ego.cos(k) * dy;
    double along = ego.cos(k) * mode.cos(k) + ego.sin(k) * mode.sin(k);
    double across = Math.abs(ego.cos(k) * mode.sin(k) - ego.sin(k) * mode.cos(k));
    double halfAcross = across * mode.halfLength() + Math.abs(along) * mode.halfWidth();
    if (Math.abs(left) > egoHalfWidth + halfAcross || crosses(mode, k, along)) {
      return;
    }
    double halfAlong = Math.abs(along) * mode.halfLength() + across * mode.halfWidth();
    double gap = forward - egoHalfLength - halfAlong;
    double tight = CRITICAL_GAP_M + CRITICAL_GAP_S * v;
    shortage += Math.max(0.0, Math.min(1.0, 1.0 - gap / wanted)) / PlanGrid.COUNT;
    critical += Math.max(0.0, Math.min(1.0, 1.0 - gap / tight)) / PlanGrid.COUNT;
  }

  /** A car that crosses is no leader; a person in the way is kept at a distance, whatever the direction. */
  private static boolean crosses(ActorMode mode, int k, double along) {
    return !mode.isVulnerable() && along < 0.5 && mode.speedMps(k) > 0.5;
  }

  private boolean touches(
      Rollout ego, int k, double forward, ActorMode mode, int m, double margin) {
    double c = ego.cos(k);
    double s = ego.sin(k);
    double dx = mode.x(m) - ego.x(k) - forward * c;
    double dy = mode.y(m) - ego.y(k) - forward * s;
    double oc = mode.cos(m);
    double os = mode.sin(m);
    double across = Math.abs(c * os - s * oc);
    double along = Math.abs(c * oc + s * os);
    boolean sameWay = c * oc + s * os > 0.7;
    double slack =
        margin > 0.0 ? CROSSING_SLACK_S * mode.speedMps(m) * (sameWay ? across : 1.0) : 0.0;
    double ol = mode.halfLength() + margin + slack;
    double ow = mode.halfWidth() + margin;
    double reach = egoRadius + ol + ow;
    if (dx * dx + dy * dy > reach * reach) {
      return false;
    }
    return Math.abs(c * dx + s * dy) <= egoHalfLength + ol * along + ow * across
        && Math.abs(-s * dx + c * dy) <= egoHalfWidth + ol * across + ow * along
        && Math.abs(oc * dx + os * dy) <= ol + egoHalfLength * along + egoHalfWidth * across
        && Math.abs(-os * dx + oc * dy) <= ow + egoHalfLength * across + egoHalfWidth * along;
  }

  /** Not when it runs into the ego from behind. */
  private boolean isToBlame(Rollout ego, int k, ActorMode mode) {
    double forward = ego.cos(k) * (mode.x(k) - ego.x(k)) + ego.sin(k) * (mode.y(k) - ego.y(k));
    double itsForward = mode.speedMps(k) * (ego.cos(k) * mode.cos(k) + ego.sin(k) * mode.sin(k));
    return forward > -0.5 * egoHalfLength || itsForward < ego.speedMps(k) - 0.5;
  }

  private boolean isAhead(Rollout ego, int k, ActorMode mode) {
    return ego.cos(k) * (mode.x(k) - ego.x(k)) + ego.sin(k) * (mode.y(k) - ego.y(k)) > 0.0;
  }

  /** Grid step of the first contact, or {@link #NEVER}. */
  int contact() {
    return contact;
  }

  /** Grid step at which the time to collision first falls short, or {@link #NEVER}. */
  int shortTtc() {
    return shortTtc;
  }

  /** Mean share by which the clearance to it as a leader falls short, 0 to 1. */
  double shortage() {
    return shortage;
  }

  /** As {@link #shortage} against the clearance that only a mishap explains. */
  double critical() {
    return critical;
  }

  /** Relative speed at contact. */
  double impactMps() {
    return impact;
  }
}
