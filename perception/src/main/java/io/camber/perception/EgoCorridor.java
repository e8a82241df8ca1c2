package io.camber.perception;

import io.camber.geometry.Pose2;
import io.camber.geometry.Twist2;
import java.util.OptionalDouble;

/**
 * Stands in for the map where there is none: what the ego drives over if it goes on turning as it does, as far as it takes to
 * stop, counts as road, and everything beside it as verge, where only what looks like a road user is reported. Without it
 * every hedge and facade would be something on the road.
 */
public final class EgoCorridor implements RoadContext {
  /** Own lane and what may come into it. */
  private static final double HALF_WIDTH_M = 3.5;

  private static final double AHEAD_M_MAX = 80.0;

  /** Even at standstill. */
  private static final double AHEAD_M_MIN = 15.0;

  /** Reaction and gentle braking decide how far ahead the own way matters. */
  private static final double REACTION_S = 1.5;

  private static final double DECEL_MPS2 = 2.0;

  private static final double BEHIND_M = 15.0;

  /** Slower, and the quotient of yaw rate and speed is noise. */
  private static final double SPEED_MPS_MIN = 2.0;

  private static final double CURVATURE_PER_M_MAX = 0.05;

  private final double x;
  private final double y;
  private final double cos;
  private final double sin;
  private final double curvaturePerM;
  private final double aheadM;

  public EgoCorridor(Pose2 mapFromBase, Twist2 twist) {
    x = mapFromBase.x();
    y = mapFromBase.y();
    cos = StrictMath.cos(mapFromBase.yaw());
    sin = StrictMath.sin(mapFromBase.yaw());
    double speed = twist.forwardMps();
    double stoppingM = REACTION_S * speed + speed * Math.abs(speed) / (2.0 * DECEL_MPS2);
    aheadM = Math.max(AHEAD_M_MIN, Math.min(AHEAD_M_MAX, AHEAD_M_MIN + stoppingM));
    double curvature = speed < SPEED_MPS_MIN ? 0.0 : twist.yawRateRadps() / speed;
    curvaturePerM = Math.max(-CURVATURE_PER_M_MAX, Math.min(CURVATURE_PER_M_MAX, curvature));
  }

  @Override
  public Surface surfaceAt(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    double ahead = cos * dx + sin * dy;
    double left = -sin * dx + cos * dy;
    boolean isOnWay = ahead > -BEHIND_M
        && ahead < aheadM
        && Math.abs(left - 0.5 * curvaturePerM * ahead * ahead) < HALF_WIDTH_M;
    return isOnWay ? Surface.ROAD : Surface.VERGE;
  }

  @Override
  public OptionalDouble laneYaw(double px, double py) {
    return OptionalDouble.empty();
  }

  @Override
  public boolean isMapped() {
    return false;
  }
}
