package io.camber.jury.check;

import io.camber.geometry.Vec2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.List;

/** The ways of two plans beside each other, however fast they are gone. */
final class PlanWay {
  private static final long STEP_NS = 100_000_000L;
  private static final int STEPS = 40;

  /** Of a circle that is straight for what a plan covers. */
  private static final double STRAIGHT_PER_M = 1e-5;

  private PlanWay() {}

  /** Mean distance of the newer plan's first four seconds from the older plan's way, which goes on beyond its end as it bends there. */
  static double asideM(Trajectory before, Trajectory now) {
    List<TrajectoryPoint> way = before.points();
    double sum = 0.0;
    int nearest = 0;
    long start = now.points().get(0).timeNs();
    int steps = (int) Math.min(STEPS, (now.last().timeNs() - start) / STEP_NS + 1);
    for (TrajectoryPoint point : now.at(start, STEP_NS, steps)) {
      Vec2 place = point.pose().position();
      while (nearest + 1 < way.size()
          && distanceM(way.get(nearest + 1), place) <= distanceM(way.get(nearest), place)) {
        nearest++;
      }
      sum += asideM(way.get(nearest), place);
    }
    return sum / steps;
  }

  /** From the circle through a point of the way, which is straight where the way is. */
  private static double asideM(TrajectoryPoint from, Vec2 place) {
    Vec2 off = from.pose().applyInverse(place);
    double curvature = from.curvaturePerM();
    if (Math.abs(curvature) < STRAIGHT_PER_M) {
      return Math.abs(off.y());
    }
    double radius = 1.0 / curvature;
    return Math.abs(off.distanceTo(new Vec2(0.0, radius)) - Math.abs(radius));
  }

  private static double distanceM(TrajectoryPoint point, Vec2 place) {
    return point.pose().position().distanceTo(place);
  }
}
