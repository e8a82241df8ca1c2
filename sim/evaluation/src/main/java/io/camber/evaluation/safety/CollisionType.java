package io.camber.evaluation.safety;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.truth.ActorTruth;

/** What kind of contact it was, decided in the order of nuPlan's {@code no_ego_at_fault_collisions} metric. */
public enum CollisionType {
  STOPPED_EGO,
  STOPPED_TRACK,
  ACTIVE_REAR,
  ACTIVE_FRONT,
  ACTIVE_LATERAL;

  private static final double STANDSTILL_MPS = 0.05;

  /** Behind means seen from the rear axle more than 150 degrees off the heading. */
  private static final double BEHIND = Math.toRadians(150.0);

  /** Thickness given to the front edge so that it can be tested as a box. */
  private static final double EDGE_M = 1e-6;

  /** The type of a contact between these two poses and speeds. */
  public static CollisionType of(
      Pose2 rearAxle, Box2 ego, double egoSpeedMps, Box2 other, double otherSpeedMps) {
    if (Math.abs(egoSpeedMps) <= STANDSTILL_MPS) {
      return STOPPED_EGO;
    }
    if (Math.abs(otherSpeedMps) <= STANDSTILL_MPS) {
      return STOPPED_TRACK;
    }
    if (angleOff(rearAxle, other.center().position()) > BEHIND) {
      return ACTIVE_REAR;
    }
    Vec2 front = ego.center().apply(new Vec2(ego.lengthM() / 2.0, 0.0));
    Box2 edge = new Box2(new Pose2(front.x(), front.y(), ego.center().yaw()), EDGE_M, ego.widthM());
    return edge.intersects(other) ? ACTIVE_FRONT : ACTIVE_LATERAL;
  }

  static CollisionType of(Pose2 rearAxle, Box2 ego, double egoSpeedMps, ActorTruth other) {
    return of(rearAxle, ego, egoSpeedMps, other.footprint(), other.speedMps());
  }

  /** True when the ego is to blame, given whether it kept to one lane. */
  public boolean isAtFault(boolean egoWithinOneLane) {
    return switch (this) {
      case STOPPED_TRACK, ACTIVE_FRONT -> true;
      case ACTIVE_LATERAL -> !egoWithinOneLane;
      case STOPPED_EGO, ACTIVE_REAR -> false;
    };
  }

  /** Angle between the heading and the direction to a point, 0 to pi. */
  static double angleOff(Pose2 rearAxle, Vec2 point) {
    Vec2 local = rearAxle.applyInverse(point);
    return Math.abs(StrictMath.atan2(local.y(), local.x()));
  }
}
