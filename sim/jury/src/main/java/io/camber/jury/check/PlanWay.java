package io.camber.jury.check;

import io.camber.geometry.Vec2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.List;

/** The ways of two plans beside each other, however fast they are gone. */
final class PlanWay {
  private static final long STEP_NS = 100_000_000L;
  private static final int STEPS = 40;

  /** Beyond the end of the older way nothing can be said. */
  private static final double BEYOND_M_MAX = 0.5;

  private PlanWay() {}

  /** Mean distance of the newer plan's first four seconds from the older plan's way, as far as that goes. */
  static double asideM(Trajectory before, Trajectory now) {
    List<TrajectoryPoint> way = before.points();
    double sum = 0.0;
    int count = 0;
    int nearest = 0;
    long start = now.points().get(0).timeNs();
    int steps = (int) Math.min(STEPS, (now.last().timeNs() - start) / STEP_NS + 1);
    for (TrajectoryPoint point : now.at(start, STEP_NS, steps)) {
      Vec2 place = point.pose().position();
      while (nearest + 1 < way.size()
          && distanceM(way.get(nearest + 1), place) <= distanceM(way.get(nearest), place)) {
        nearest++;
      }
      Vec2 off = way.get(nearest).pose().applyInverse(place);
      boolean isBeyond = nearest + 1 == way.size() && off.x() > BEYOND_M_MAX;
      sum += isBeyond ? 0.0 : Math.abs(off.y());
      count += isBeyond ? 0 : 1;
    }
    return count == 0 ? 0.0 : sum / count;
  }

  private static double distanceM(TrajectoryPoint point, Vec2 place) {
    return point.pose().position().distanceTo(place);
  }
}
