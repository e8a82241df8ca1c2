package io.camber.drives.frame;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Poses of one body over time, and where it was between them. */
public final class TimedPoses {
  /** Over such a span speed is taken: long enough for noise, short enough for braking. */
  private static final long SPEED_NS = 100_000_000L;

  private final TreeMap<Long, Pose3> poses = new TreeMap<>();

  public void put(long timeNs, Pose3 pose) {
    poses.put(timeNs, pose);
  }

  /** Forgets what was before a time. */
  public void keepAfter(long timeNs) {
    poses.headMap(timeNs).clear();
  }

  public boolean isEmpty() {
    return poses.isEmpty();
  }

  public List<Long> times() {
    return new ArrayList<>(poses.keySet());
  }

  /** The pose at a time; before the first and after the last one, that one. */
  public Pose3 at(long timeNs) {
    var before = poses.floorEntry(timeNs);
    var after = poses.ceilingEntry(timeNs);
    if (before == null || after == null) {
      return before != null ? before.getValue() : poses.firstEntry().getValue();
    }
    long span = after.getKey() - before.getKey();
    double share = span == 0L ? 0.0 : (double) (timeNs - before.getKey()) / span;
    Pose3 a = before.getValue();
    Pose3 b = after.getValue();
    return new Pose3(
        a.x() + share * (b.x() - a.x()),
        a.y() + share * (b.y() - a.y()),
        a.z() + share * (b.z() - a.z()),
        Angles.interpolate(a.yaw(), b.yaw(), share),
        Angles.interpolate(a.pitch(), b.pitch(), share),
        Angles.interpolate(a.roll(), b.roll(), share));
  }

  /** Motion in the body's own frame around a time. */
  public Twist2 twistAt(long timeNs) {
    long from = Math.max(poses.firstKey(), timeNs - SPEED_NS);
    long to = Math.min(poses.lastKey(), timeNs + SPEED_NS);
    if (to <= from) {
      return Twist2.ZERO;
    }
    double seconds = (to - from) * 1e-9;
    Pose3 before = at(from);
    Pose3 now = at(timeNs);
    Pose3 after = at(to);
    double dx = (after.x() - before.x()) / seconds;
    double dy = (after.y() - before.y()) / seconds;
    double c = StrictMath.cos(now.yaw());
    double s = StrictMath.sin(now.yaw());
    return new Twist2(
        c * dx + s * dy, -s * dx + c * dy, Angles.difference(after.yaw(), before.yaw()) / seconds);
  }
}
