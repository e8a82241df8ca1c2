package io.camber.control.reference;

import io.camber.geometry.Angles;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import java.util.Optional;

/**
 * A trajectory with arc length. Between two points the path is taken as an arc whose turn is the difference of their yaws,
 * so that coarse points cost no accuracy; standing points collapse into one place. Immutable.
 */
public final class ReferencePath {
  /** Below this length two points are one place: position differences of a standing car are noise. */
  private static final double SEGMENT_MIN_M = 1e-3;

  /** Projection looks this far around the time-matched point, so that a path crossing itself is not mistaken. */
  private static final double SEARCH_BACK_S = 3.0;

  private static final double SEARCH_AHEAD_S = 3.0;
  private static final double NANOS = 1e9;

  private final int size;
  private final long[] timeNs;
  private final double[] x;
  private final double[] y;
  private final double[] yaw;
  private final double[] curvature;
  private final double[] speed;
  private final double[] accel;
  private final double[] station;

  private ReferencePath(Trajectory trajectory) {
    size = trajectory.points().size();
    timeNs = new long[size];
    x = new double[size];
    y = new double[size];
    yaw = new double[size];
    curvature = new double[size];
    speed = new double[size];
    accel = new double[size];
    station = new double[size];
    for (int i = 0; i < size; i++) {
      TrajectoryPoint point = trajectory.points().get(i);
      timeNs[i] = point.timeNs();
      x[i] = point.x();
      y[i] = point.y();
      yaw[i] = point.yaw();
      curvature[i] = point.curvaturePerM();
      speed[i] = Math.max(0.0, point.speedMps());
      accel[i] = point.accelMps2();
      station[i] = i == 0 ? 0.0 : station[i - 1] + arcLength(i - 1);
    }
  }

  /** The path of a trajectory; empty when the trajectory has no points or a value in it is not finite. */
  public static Optional<ReferencePath> of(Trajectory trajectory) {
    for (TrajectoryPoint point : trajectory.points()) {
      if (!Double.isFinite(point.x() + point.y() + point.yaw())
          || !Double.isFinite(point.curvaturePerM() + point.speedMps() + point.accelMps2())) {
        return Optional.empty();
      }
    }
    return trajectory.isEmpty() ? Optional.empty() : Optional.of(new ReferencePath(trajectory));
  }

  public long startNs() {
    return timeNs[0];
  }

  public long endNs() {
    return timeNs[size - 1];
  }

  /** Where the trajectory is at a time, clamped to its ends. */
  public PathPoint at(long time) {
    int segment = segmentAt(time);
    if (segment < 0) {
      return vertex(0);
    }
    if (segment >= size - 1) {
      return vertex(size - 1);
    }
    double span = timeNs[segment + 1] - timeNs[segment];
    return along(segment, (time - timeNs[segment]) / span);
  }

  /** The place on the path nearest to a position, searched around where the trajectory is at {@code time}. */
  public PathPoint project(double px, double py, long time) {
    int first = Math.max(0, segmentAt(time - (long) (SEARCH_BACK_S * NANOS)));
    int last = Math.min(size - 2, segmentAt(time + (long) (SEARCH_AHEAD_S * NANOS)));
    int best = -1;
    double bestFraction = 0.0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = first; i <= last; i++) {
      double dx = x[i + 1] - x[i];
      double dy = y[i + 1] - y[i];
      double squared = dx * dx + dy * dy;
      if (squared < SEGMENT_MIN_M * SEGMENT_MIN_M) {
        continue;
      }
      double fraction = ((px - x[i]) * dx + (py - y[i]) * dy) / squared;
      double inside = Math.max(0.0, Math.min(1.0, fraction));
      double ex = px - x[i] - inside * dx;
      double ey = py - y[i] - inside * dy;
      double distance = ex * ex + ey * ey;
      if (distance < nearest) {
        nearest = distance;
        best = i;
        bestFraction = fraction;
      }
    }
    if (best < 0) {
      return straightOn(vertex(Math.min(size - 1, Math.max(0, segmentAt(time)))), px, py);
    }
    if (bestFraction < 0.0 && best == first) {
      return straightOn(vertex(best), px, py);
    }
    if (bestFraction > 1.0 && lastMoving(best)) {
      return straightOn(vertex(best + 1), px, py);
    }
    return along(best, Math.max(0.0, Math.min(1.0, bestFraction)));
  }

  /** The place at an arc length from the start; beyond the ends straight on. */
  public PathPoint atStation(double target) {
    int low = 0;
    int high = size - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (station[middle] <= target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    if (size == 1 || target < 0.0) {
      return beyond(vertex(0), target);
    }
    if (target > station[size - 1]) {
      return beyond(vertex(size - 1), target - station[size - 1]);
    }
    double length = station[high] - station[low];
    return length < SEGMENT_MIN_M ? vertex(low) : along(low, (target - station[low]) / length);
  }

  private boolean lastMoving(int segment) {
    return station[size - 1] - station[segment + 1] < SEGMENT_MIN_M;
  }

  private static PathPoint straightOn(PathPoint end, double px, double py) {
    double ahead =
        StrictMath.cos(end.yaw()) * (px - end.x()) + StrictMath.sin(end.yaw()) * (py - end.y());
    return beyond(end, ahead);
  }

  private static PathPoint beyond(PathPoint end, double ahead) {
    return new PathPoint(
        end.station() + ahead,
        end.x() + ahead * StrictMath.cos(end.yaw()),
        end.y() + ahead * StrictMath.sin(end.yaw()),
        end.yaw(),
        end.curvaturePerM(),
        end.speedMps(),
        end.accelMps2());
  }

  /** Index of the last point not after {@code time}; -1 before the first. */
  private int segmentAt(long time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeNs[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private double chord(int i) {
    double dx = x[i + 1] - x[i];
    double dy = y[i + 1] - y[i];
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Arc over chord is (t/2) / sin(t/2), here to second order of the turn t. */
  private double arcLength(int i) {
    double turn = Angles.difference(yaw[i + 1], yaw[i]);
    return chord(i) * (1.0 + turn * turn / 24.0);
  }

  private PathPoint vertex(int i) {
    return new PathPoint(station[i], x[i], y[i], yaw[i], curvature[i], speed[i], accel[i]);
  }

  /** A point of segment {@code i}: on the arc, whose height over the chord is turn x length x f (1 - f) / 2. */
  private PathPoint along(int i, double f) {
    double length = station[i + 1] - station[i];
    double turn = Angles.difference(yaw[i + 1], yaw[i]);
    double dx = x[i + 1] - x[i];
    double dy = y[i + 1] - y[i];
    double bulge = 0.5 * turn * f * (1.0 - f);
    double bend = 0.5 * (curvature[i] - curvature[i + 1]) * length * f * (1.0 - f);
    return new PathPoint(
        station[i] + f * length,
        x[i] + f * dx + bulge * dy,
        y[i] + f * dy - bulge * dx,
        Angles.wrap(yaw[i] + f * turn + bend),
        curvature[i] + f * (curvature[i + 1] - curvature[i]),
        speed[i] + f * (speed[i + 1] - speed[i]),
        accel[i] + f * (accel[i + 1] - accel[i]));
  }
}
