package io.camber.evaluation.safety;

import io.camber.evaluation.situation.Situation;
import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.TrackFuture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the ego on its plan touches somebody on a foreseen way. One instant; times count from it. */
final class PlannedContact {
  private static final double NS = 1e-9;
  private static final double STEP_S = 0.1;
  private static final int STEPS = 50;
  private static final double LEAST_M = 0.01;
  private static final double EXACT_S = 1e-3;

  /** What somebody who speeds up by 3 m/s2 goes farther within 5 s. */
  private static final double FARTHER_M = 40.0;

  private final Situation situation;
  private final Trajectory way;
  private final double egoStepM;
  private final @Nullable Box2[] egoBoxes = new Box2[STEPS + 1];

  PlannedContact(Situation situation, Trajectory way) {
    this.situation = situation;
    this.way = way;
    egoStepM = stepM(situation, way.points());
  }

  /** The longest way of the ego's middle in a step of the plan. */
  private static double stepM(Situation situation, List<TrajectoryPoint> points) {
    double swingM =
        Math.abs(situation.ego().centerOffsetM()) + Math.abs(situation.ego().centerOffsetLeftM());
    double fastest = 0.0;
    for (int i = 1; i < points.size(); i++) {
      TrajectoryPoint from = points.get(i - 1);
      TrajectoryPoint to = points.get(i);
      double seconds = (to.timeNs() - from.timeNs()) * NS;
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      double turn = Math.abs(to.yaw() - from.yaw());
      double turned = Math.min(turn, Math.abs(2.0 * Math.PI - turn));
      fastest = Math.max(fastest, (Math.sqrt(dx * dx + dy * dy) + swingM * turned) / seconds);
    }
    return fastest * STEP_S + LEAST_M;
  }

  /** False for those who are too far away to be met. */
  boolean mayMeet(Box2 box, double speedMps) {
    double ways = STEPS * egoStepM + Math.abs(speedMps) * STEPS * STEP_S + FARTHER_M;
    return distance(situation.footprint(), box)
        < ways + box.radius() + situation.footprint().radius();
  }

  /** By when modes of half of the probability have met the ego; infinite when they do not. */
  double timeS(Box2 now, double speedMps, @Nullable TrackFuture future, long madeNs) {
    if (future == null) {
      return firstS(now, speedMps, null, 0.0);
    }
    double sinceS = (situation.timeNs() - madeNs) * NS;
    List<PredictedPath> modes = future.modes();
    double[] times = new double[modes.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = modes.get(i).points().isEmpty()
          ? Double.POSITIVE_INFINITY
          : firstS(now, speedMps, modes.get(i), sinceS);
    }
    double median = Double.POSITIVE_INFINITY;
    for (double time : times) {
      if (time < median && probabilityBy(time, times, modes) >= 0.5) {
        median = time;
      }
    }
    return median;
  }

  private static double probabilityBy(double time, double[] times, List<PredictedPath> modes) {
    double sum = 0.0;
    for (int i = 0; i < times.length; i++) {
      sum += times[i] <= time ? modes.get(i).probability() : 0.0;
    }
    return sum;
  }

  private double firstS(Box2 now, double speedMps, @Nullable PredictedPath mode, double sinceS) {
    double nearerM = egoStepM + stepM(mode, speedMps, sinceS);
    double touchM = situation.footprint().radius() + now.radius();
    Vec2 from =
        mode == null ? now.center().forward() : at(mode.points(), sinceS).position();
    for (int i = 1; i <= STEPS; i++) {
      double seconds = i * STEP_S;
      Box2 ego = egoAtStep(i);
      double dx = now.center().x() - ego.center().x();
      double dy = now.center().y() - ego.center().y();
      if (mode == null) {
        dx += from.x() * speedMps * seconds;
        dy += from.y() * speedMps * seconds;
      } else {
        Pose2 end = at(mode.points(), sinceS + seconds);
        dx += end.x() - from.x();
        dy += end.y() - from.y();
      }
      double gap = Math.sqrt(dx * dx + dy * dy) - touchM;
      if (gap <= LEAST_M && ego.intersects(otherAt(seconds, now, speedMps, mode, sinceS))) {
        return exactS((i - 1) * STEP_S, seconds, now, speedMps, mode, sinceS);
      }
      i += gap > nearerM ? (int) Math.min(STEPS, gap / nearerM - 1e-6) : 0;
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * No less than the longest way of a step from then on; in so many steps nobody can come nearer than by as many of it. The longest
   * way between points by the shortest time between them.
   */
  private static double stepM(@Nullable PredictedPath mode, double speedMps, double sinceS) {
    if (mode == null) {
      return Math.abs(speedMps) * STEP_S + LEAST_M;
    }
    List<PredictedPoint> points = mode.points();
    double untilS = sinceS + (STEPS + 1) * STEP_S;
    double square = 0.0;
    double seconds = Double.POSITIVE_INFINITY;
    int next = Math.max(1, firstAfter(points, sinceS));
    PredictedPoint from = points.get(next - 1);
    while (next < points.size() && from.timeS() <= untilS) {
      PredictedPoint to = points.get(next++);
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      square = Math.max(square, dx * dx + dy * dy);
      seconds = Math.min(seconds, to.timeS() - from.timeS());
      from = to;
    }
    return Math.sqrt(square) / seconds * STEP_S + LEAST_M;
  }

  private double exactS(
      double from,
      double to,
      Box2 now,
      double speedMps,
      @Nullable PredictedPath mode,
      double sinceS) {
    double free = from;
    double hit = to;
    while (hit - free > EXACT_S) {
      double middle = 0.5 * (free + hit);
      boolean meets = egoAt(middle).intersects(otherAt(middle, now, speedMps, mode, sinceS));
      free = meets ? free : middle;
      hit = meets ? middle : hit;
    }
    return hit;
  }

  private static double distance(Box2 a, Box2 b) {
    double dx = a.center().x() - b.center().x();
    double dy = a.center().y() - b.center().y();
    return Math.sqrt(dx * dx + dy * dy);
  }

  private Box2 egoAtStep(int step) {
    Box2 known = egoBoxes[step];
    if (known == null) {
      known = egoAt(step * STEP_S);
      egoBoxes[step] = known;
    }
    return known;
  }

  private Box2 egoAt(double seconds) {
    TrajectoryPoint point = way.at(situation.timeNs() + Math.round(seconds / NS));
    Pose2 rear = new Pose2(point.x(), point.y(), point.yaw());
    Vec2 middle =
        rear.apply(new Vec2(situation.ego().centerOffsetM(), situation.ego().centerOffsetLeftM()));
    return new Box2(
        new Pose2(middle.x(), middle.y(), rear.yaw()),
        situation.footprint().lengthM(),
        situation.footprint().widthM());
  }

  /** Moved as the mode moves, from where the box is now. */
  private static Box2 otherAt(
      double seconds, Box2 now, double speedMps, @Nullable PredictedPath mode, double sinceS) {
    if (mode == null) {
      Vec2 middle = now.center().apply(new Vec2(speedMps * seconds, 0.0));
      return moved(now, middle.x(), middle.y(), now.center().yaw());
    }
    Pose2 start = at(mode.points(), sinceS);
    Pose2 end = at(mode.points(), sinceS + seconds);
    return moved(
        now,
        now.center().x() + end.x() - start.x(),
        now.center().y() + end.y() - start.y(),
        now.center().yaw() + end.yaw() - start.yaw());
  }

  private static Box2 moved(Box2 box, double x, double y, double yaw) {
    return new Box2(new Pose2(x, y, yaw), box.lengthM(), box.widthM());
  }

  private static int firstAfter(List<PredictedPoint> points, double seconds) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).timeS() <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Linear between the points, with the yaw of the earlier; held at the ends. */
  private static Pose2 at(List<PredictedPoint> points, double seconds) {
    int next = firstAfter(points, seconds);
    PredictedPoint from = points.get(Math.max(0, next - 1));
    if (next == 0 || next == points.size()) {
      return new Pose2(from.x(), from.y(), from.yaw());
    }
    PredictedPoint to = points.get(next);
    double share = (seconds - from.timeS()) / (to.timeS() - from.timeS());
    return new Pose2(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()), from.yaw());
  }
}
