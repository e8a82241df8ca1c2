package io.camber.planning.proposal;

import io.camber.planning.forecast.ActorMode;
import io.camber.planning.forecast.PlanGrid;
import java.util.Optional;

/**
 * What one mode of one track does to one path: an obstacle on the path's arc length over the time grid. Arrays are indexed by
 * grid step.
 */
final class Conflict {
  /** How the obstacle moves relative to the path. */
  enum Kind {
    /** Drives along the path, now or soon: follow it. */
    LEADER,
    /** Enters from the side, or stands in the way later: stay out of its strip until it has passed. */
    CROSSING,
    /** Comes towards the ego on the path. */
    ONCOMING
  }

  /** Extra room beside a road user that nobody's bodywork protects. */
  private static final double VULNERABLE_MARGIN_M = 0.4;

  private static final double MARGIN_M = 0.25;

  /** A crossing actor's strip stays closed this long after it has left. */
  private static final int AFTER_STEPS = 4;

  private final ActorMode mode;
  private final Kind kind;
  private final int enters;
  private final int leaves;
  private final double[] rear;
  private final double[] center;
  private final double stripStart;

  private Conflict(
      ActorMode mode, Kind kind, int enters, int leaves, double[] rear, double[] center) {
    this.mode = mode;
    this.kind = kind;
    this.enters = enters;
    this.leaves = leaves;
    this.rear = rear;
    this.center = center;
    double strip = Double.POSITIVE_INFINITY;
    for (int k = enters; k <= leaves; k++) {
      strip = Math.min(strip, rear[k]);
    }
    this.stripStart = strip;
  }

  /** The conflict of a mode with a path; empty when their strips never meet ahead of the ego. */
  static Optional<Conflict> between(
      ActorMode mode, LateralPath path, double egoHalfWidth, double egoRearM) {
    double margin = egoHalfWidth + (mode.isVulnerable() ? VULNERABLE_MARGIN_M : MARGIN_M);
    int enters = -1;
    int leaves = -1;
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      if (overlaps(mode, k, path, margin, egoRearM)) {
        if (enters < 0) {
          enters = k;
        }
        leaves = k;
      } else if (enters >= 0) {
        break;
      }
    }
    if (enters < 0) {
      return Optional.empty();
    }
    double[] rear = new double[PlanGrid.COUNT];
    double[] center = new double[PlanGrid.COUNT];
    for (int k = 0; k < PlanGrid.COUNT; k++) {
      rear[k] = path.sigmaAtStation(mode.s(k) - mode.halfS(k));
      center[k] = path.sigmaAtStation(mode.s(k));
    }
    return Optional.of(new Conflict(mode, kindOf(mode, enters), enters, leaves, rear, center));
  }

  private static boolean overlaps(
      ActorMode mode, int k, LateralPath path, double margin, double egoRearM) {
    double s = mode.s(k);
    double sigma = path.sigmaAtStation(s);
    if (sigma + mode.halfS(k) < -egoRearM || sigma - mode.halfS(k) > path.lengthM()) {
      return false;
    }
    return Math.abs(mode.d(k) - path.offsetAtStation(s)) - mode.halfD(k) < margin;
  }

  private static Kind kindOf(ActorMode mode, int enters) {
    double speed = mode.speedMps(enters);
    if (speed < 0.5) {
      return enters == 0 ? Kind.LEADER : Kind.CROSSING;
    }
    double along = mode.alongMps(enters) / speed;
    if (along < -0.6) {
      return Kind.ONCOMING;
    }
    return along > 0.6 ? Kind.LEADER : Kind.CROSSING;
  }

  ActorMode mode() {
    return mode;
  }

  Kind kind() {
    return kind;
  }

  /** First grid step at which it is in the path's strip. */
  int enters() {
    return enters;
  }

  double rear(int k) {
    return rear[k];
  }

  double center(int k) {
    return center[k];
  }

  /** Nearest arc length that the obstacle takes while it is in the strip. */
  double stripStart() {
    return stripStart;
  }

  /** True while a careful driver heeds it. */
  boolean isHeededAt(int k) {
    return switch (kind) {
      case LEADER -> k <= leaves;
      case CROSSING -> k <= leaves + AFTER_STEPS;
      case ONCOMING -> k <= leaves;
    };
  }

  /** True once it is in the strip. */
  boolean isInAt(int k) {
    return k >= enters && k <= leaves;
  }

  boolean isMoving() {
    return mode.speedMps(0) > 0.5 || mode.speedMps(enters) > 0.5;
  }

  boolean startsInside() {
    return enters == 0;
  }
}
