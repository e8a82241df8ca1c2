package io.camber.perception.tracking;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;

/**
 * Where the ego will be soon, by its last two poses: straight on, or turning as it does. The tracker knows no map. Owned by one
 * tracker.
 */
final class EgoWay {
  private static final double REACTION_S = 1.5;
  private static final double DECEL_MPS2 = 4.0;

  /** Slower, and the quotient of yaw rate and speed is noise. */
  private static final double SPEED_MPS_MIN = 2.0;

  private static final double CURVATURE_PER_M_MAX = 0.05;

  private Pose2 pose = Pose2.IDENTITY;
  private long timeNs = Long.MIN_VALUE;
  private double speedMps;
  private double curvaturePerM;

  void update(Pose2 now, long nowNs) {
    if (timeNs != Long.MIN_VALUE && nowNs > timeNs) {
      double seconds = (nowNs - timeNs) * 1e-9;
      double way = now.position().distanceTo(pose.position());
      speedMps = way / seconds;
      double turn = Angles.difference(now.yaw(), pose.yaw());
      double curvature = speedMps < SPEED_MPS_MIN ? 0.0 : turn / way;
      curvaturePerM = Math.max(-CURVATURE_PER_M_MAX, Math.min(CURVATURE_PER_M_MAX, curvature));
    }
    pose = now;
    timeNs = nowNs;
  }

  /** What the ego drives until it stands, reaction included. */
  double stoppingM() {
    return speedMps * REACTION_S + speedMps * speedMps / (2.0 * DECEL_MPS2);
  }

  double distanceM(Vec2 place) {
    return place.distanceTo(pose.position());
  }

  /** How far aside of the nearer of both ways, 0 or more. */
  double asideM(Vec2 place) {
    Vec2 seen = pose.applyInverse(place);
    double turned = seen.y() - 0.5 * curvaturePerM * seen.x() * seen.x();
    return Math.min(Math.abs(seen.y()), Math.abs(turned));
  }
}
