package io.camber.perception;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The last {@value #CAPACITY} usable ego poses, for asking where the ego was when a sensor measured. Between two poses it
 * interpolates; past the newest it extrapolates with the twist, at most {@value #EXTRAPOLATION_NS} ns; before the oldest it
 * has no answer. Poses that localization marks as not usable, that are not finite or that arrive out of order are refused.
 */
public final class PoseHistory {
  static final int CAPACITY = 128;
  static final long EXTRAPOLATION_NS = 150_000_000L;

  private final ArrayDeque<EgoPose> poses = new ArrayDeque<>(CAPACITY);

  /** Returns false when the pose was refused. */
  public boolean add(EgoPose pose) {
    boolean usable =
        pose.status() == PoseStatus.TRACKING || pose.status() == PoseStatus.DEAD_RECKONING;
    EgoPose newest = poses.peekLast();
    if (!usable || (newest != null && pose.timeNs() <= newest.timeNs())) {
      return false;
    }
    if (poses.size() == CAPACITY) {
      poses.removeFirst();
    }
    poses.addLast(pose);
    return true;
  }

  /** {@code mapFromBase} at a time. */
  public Optional<Pose3> poseAt(long timeNs) {
    EgoPose after = null;
    for (var descending = poses.descendingIterator(); descending.hasNext(); ) {
      EgoPose pose = descending.next();
      if (pose.timeNs() <= timeNs) {
        return after == null
            ? extrapolate(pose, timeNs)
            : Optional.of(between(pose, after, timeNs));
      }
      after = pose;
    }
    return Optional.empty();
  }

  /** Twist of the pose nearest in time, if one lies within the reach of extrapolation. */
  public Optional<Twist2> twistAt(long timeNs) {
    EgoPose nearest = null;
    for (EgoPose pose : poses) {
      if (nearest == null
          || Math.abs(pose.timeNs() - timeNs) < Math.abs(nearest.timeNs() - timeNs)) {
        nearest = pose;
      }
    }
    return nearest == null || Math.abs(nearest.timeNs() - timeNs) > EXTRAPOLATION_NS
        ? Optional.empty()
        : Optional.of(nearest.twist());
  }

  private static Pose3 between(EgoPose before, EgoPose after, long timeNs) {
    double fraction =
        (double) (timeNs - before.timeNs()) / (double) (after.timeNs() - before.timeNs());
    Pose3 a = before.mapFromBase();
    Pose3 b = after.mapFromBase();
    return new Pose3(
        a.x() + fraction * (b.x() - a.x()),
        a.y() + fraction * (b.y() - a.y()),
        a.z() + fraction * (b.z() - a.z()),
        Angles.interpolate(a.yaw(), b.yaw(), fraction),
        Angles.interpolate(a.pitch(), b.pitch(), fraction),
        Angles.interpolate(a.roll(), b.roll(), fraction));
  }

  private static Optional<Pose3> extrapolate(EgoPose newest, long timeNs) {
    long aheadNs = timeNs - newest.timeNs();
    if (aheadNs > EXTRAPOLATION_NS) {
      return Optional.empty();
    }
    double seconds = aheadNs * 1e-9;
    Pose3 pose = newest.mapFromBase();
    Twist2 twist = newest.twist();
    double yawMiddle = pose.yaw() + 0.5 * twist.yawRateRadps() * seconds;
    double c = StrictMath.cos(yawMiddle);
    double s = StrictMath.sin(yawMiddle);
    return Optional.of(new Pose3(
        pose.x() + seconds * (c * twist.forwardMps() - s * twist.leftMps()),
        pose.y() + seconds * (s * twist.forwardMps() + c * twist.leftMps()),
        pose.z(),
        pose.yaw() + twist.yawRateRadps() * seconds,
        pose.pitch(),
        pose.roll()));
  }
}
