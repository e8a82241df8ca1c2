package io.camber.evaluation.radar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sensing.RadarReturn;
import io.camber.truth.ActorTruth;

/**
 * A return in the map frame.
 *
 * @param sight unit vector from the radar to it
 * @param overGroundMps its range rate without the radar's own motion: 0 for what stands, positive for what goes away
 */
record Echo(Vec2 point, double rangeM, Vec2 sight, double overGroundMps) {
  private static final double GATE_M = 1.0;

  /** Of the range, for the angle, which radars tell coarsely. */
  private static final double GATE_SHARE = 0.02;

  private static final double RATE_MPS = 0.5;
  static final double MOVING_MPS = 1.0;

  /** @param velocityMps of the radar */
  static Echo of(RadarReturn one, Pose2 mapFromRadar, Vec2 velocityMps) {
    Vec2 local = new Vec2(
        one.rangeM() * StrictMath.cos(one.azimuth()), one.rangeM() * StrictMath.sin(one.azimuth()));
    Vec2 point = mapFromRadar.apply(local);
    Vec2 sight = new Pose2(0.0, 0.0, mapFromRadar.yaw() + one.azimuth()).forward();
    return new Echo(point, one.rangeM(), sight, one.rangeRateMps() + velocityMps.dot(sight));
  }

  /** What does not stand, by its range rate. */
  boolean isMoving() {
    return Math.abs(overGroundMps) > MOVING_MPS;
  }

  /** At an actor, and as fast as that point of it. */
  boolean isOf(ActorTruth actor) {
    if (distanceTo(actor) > GATE_M + GATE_SHARE * rangeM) {
      return false;
    }
    Vec2 arm = point.minus(actor.mapFromReference().toPose2().position());
    Vec2 turning = new Vec2(-actor.yawRateRadps() * arm.y(), actor.yawRateRadps() * arm.x());
    double expected = actor.velocityMps().plus(turning).dot(sight);
    return Math.abs(overGroundMps - expected) <= RATE_MPS;
  }

  /** Distance to the footprint of an actor; 0 within. */
  double distanceTo(ActorTruth actor) {
    return actor.footprint().distanceTo(point);
  }

  /** Near enough in place and speed to be of the same body. */
  boolean isBeside(Echo other) {
    return point.distanceTo(other.point) <= 2.0 * GATE_M
        && Math.abs(overGroundMps - other.overGroundMps) <= 2.0 * RATE_MPS;
  }
}
