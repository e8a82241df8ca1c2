package io.camber.sim.traffic.ambient;

import io.camber.geometry.Pose3;

/**
 * The ground of a swarm: an ellipse around a central object, and in it a circle where nobody appears.
 *
 * @param innerM radius of the circle, around the central object itself
 * @param alongM half axis in the direction of the central object
 * @param acrossM half axis across
 * @param aheadM how far the middle of the ellipse is ahead of the central object
 */
public record Ring(double innerM, double alongM, double acrossM, double aheadM) {
  /** Whether a point is in the ellipse, drawn in by a margin. */
  public boolean holds(Pose3 center, double x, double y, double marginM) {
    double c = StrictMath.cos(center.yaw());
    double n = StrictMath.sin(center.yaw());
    double dx = x - center.x();
    double dy = y - center.y();
    double along = (dx * c + dy * n - aheadM) / Math.max(marginM, alongM - marginM);
    double across = (dy * c - dx * n) / Math.max(marginM, acrossM - marginM);
    return along * along + across * across <= 1.0;
  }

  /** Whether a point is in the circle where nobody appears. */
  boolean isNear(Pose3 center, double x, double y) {
    return StrictMath.hypot(x - center.x(), y - center.y()) < innerM;
  }
}
