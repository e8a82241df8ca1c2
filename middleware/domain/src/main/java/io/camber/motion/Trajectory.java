package io.camber.motion;

import io.camber.geometry.Angles;
import java.util.ArrayList;
import java.util.List;

/** Points in strictly rising time; may be empty. */
public record Trajectory(List<TrajectoryPoint> points) {
  public static final Trajectory EMPTY = new Trajectory(List.of());

  public Trajectory {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).timeNs() <= points.get(i - 1).timeNs()) {
        throw new IllegalArgumentException("trajectory time does not rise at point " + i);
      }
    }
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  public TrajectoryPoint last() {
    return points.get(points.size() - 1);
  }

  /** State at a time, linear between points, clamped to the ends. The trajectory must not be empty. */
  public TrajectoryPoint at(long timeNs) {
    return before(firstAfter(timeNs), timeNs);
  }

  /** States at {@code count} times, the first at {@code startNs}, each as {@link #at(long)} tells it. */
  public List<TrajectoryPoint> at(long startNs, long stepNs, int count) {
    List<TrajectoryPoint> states = new ArrayList<>(count);
    int next = firstAfter(startNs);
    for (int i = 0; i < count; i++) {
      long timeNs = startNs + i * stepNs;
      while (next < points.size() && points.get(next).timeNs() <= timeNs) {
        next++;
      }
      states.add(before(next, timeNs));
    }
    return states;
  }

  /** State at a time before the point of that place and not before the one in front of it. */
  private TrajectoryPoint before(int next, long timeNs) {
    if (next == 0) {
      return points.get(0);
    }
    if (next == points.size()) {
      return last();
    }
    TrajectoryPoint a = points.get(next - 1);
    TrajectoryPoint b = points.get(next);
    double f = (double) (timeNs - a.timeNs()) / (b.timeNs() - a.timeNs());
    return new TrajectoryPoint(
        timeNs,
        a.x() + f * (b.x() - a.x()),
        a.y() + f * (b.y() - a.y()),
        Angles.interpolate(a.yaw(), b.yaw(), f),
        a.curvaturePerM() + f * (b.curvaturePerM() - a.curvaturePerM()),
        a.speedMps() + f * (b.speedMps() - a.speedMps()),
        a.accelMps2() + f * (b.accelMps2() - a.accelMps2()));
  }

  private int firstAfter(long timeNs) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).timeNs() <= timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
