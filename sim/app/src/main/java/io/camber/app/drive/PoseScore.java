package io.camber.app.drive;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimated poses against reference poses of the same times: where they are, and how well they tell a way driven. The latter is
 * the measure of the KITTI odometry benchmark, over segments as long as the drive has them.
 */
public final class PoseScore {
  private final List<Pose3> estimated = new ArrayList<>();
  private final List<Pose3> reference = new ArrayList<>();

  void add(Pose3 estimate, Pose3 truth) {
    estimated.add(estimate);
    reference.add(truth);
  }

  public int count() {
    return estimated.size();
  }

  /** Length of the reference's way. */
  public double distanceM() {
    double sum = 0.0;
    for (int i = 1; i < reference.size(); i++) {
      sum += flat(reference.get(i)).distanceTo(flat(reference.get(i - 1)));
    }
    return sum;
  }

  /** Root mean square of the distances in the plane. */
  public double positionRmsM() {
    double sum = 0.0;
    for (int i = 0; i < count(); i++) {
      double distance = flat(estimated.get(i)).distanceTo(flat(reference.get(i)));
      sum += distance * distance;
    }
    return Math.sqrt(sum / count());
  }

  public double positionMaxM() {
    double most = 0.0;
    for (int i = 0; i < count(); i++) {
      most = Math.max(most, flat(estimated.get(i)).distanceTo(flat(reference.get(i))));
    }
    return most;
  }

  /** Root mean square, rad. */
  public double yawRms() {
    double sum = 0.0;
    for (int i = 0; i < count(); i++) {
      double turn = Angles.difference(estimated.get(i).yaw(), reference.get(i).yaw());
      sum += turn * turn;
    }
    return Math.sqrt(sum / count());
  }

  /** Mean of the end error of segments of a length, as share of the length; NaN when the drive is shorter. */
  public double segmentError(double lengthM) {
    double sum = 0.0;
    int segments = 0;
    int end = 0;
    double driven = 0.0;
    for (int start = 0; start < count(); start++) {
      while (driven < lengthM && end + 1 < count()) {
        driven += flat(reference.get(end + 1)).distanceTo(flat(reference.get(end)));
        end++;
      }
      if (driven < lengthM) {
        break;
      }
      Pose3 wayTrue = reference.get(start).inverse().times(reference.get(end));
      Pose3 wayEstimated = estimated.get(start).inverse().times(estimated.get(end));
      sum += flat(wayTrue).distanceTo(flat(wayEstimated)) / driven;
      segments++;
      driven -= flat(reference.get(start + 1)).distanceTo(flat(reference.get(start)));
    }
    return segments == 0 ? Double.NaN : sum / segments;
  }

  private static Vec2 flat(Pose3 pose) {
    return new Vec2(pose.x(), pose.y());
  }
}
