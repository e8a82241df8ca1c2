package io.camber.viewer.picture;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.LidarSweep;

/**
 * Takes the ego's motion during a sweep out of its points. The sweep is cut into slices of equal time; within a slice the
 * lidar stands still.
 */
final class SweepMotion {
  private static final int SLICES = 64;
  private static final int VALUES = 12;

  private final LidarSweep sweep;
  private final long sliceNs;
  private final double[] slices = new double[SLICES * VALUES];

  SweepMotion(LidarSweep sweep, Pose3 baseFromLidar, PoseTrack poses) {
    this.sweep = sweep;
    this.sliceNs = Math.max(1, (sweep.timeNs() - sweep.startNs()) / SLICES + 1);
    Pose3 mapFromBase = poses.at(sweep.timeNs());
    for (int slice = 0; slice < SLICES; slice++) {
      Pose3 then =
          poses.isEmpty() ? mapFromBase : poses.at(sweep.startNs() + slice * sliceNs + sliceNs / 2);
      put(slice * VALUES, mapFromBase, then, baseFromLidar);
    }
  }

  /** Rotation and translation from the lidar at a moment into the base frame at the sweep's end. */
  private void put(int at, Pose3 mapFromBase, Pose3 mapFromThen, Pose3 baseFromLidar) {
    Vec3 origin = image(mapFromBase, mapFromThen, baseFromLidar, Vec3.ZERO);
    Vec3[] axes = {new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1)};
    for (int axis = 0; axis < axes.length; axis++) {
      Vec3 column = image(mapFromBase, mapFromThen, baseFromLidar, axes[axis]).minus(origin);
      slices[at + axis] = column.x();
      slices[at + 4 + axis] = column.y();
      slices[at + 8 + axis] = column.z();
    }
    slices[at + 3] = origin.x();
    slices[at + 7] = origin.y();
    slices[at + 11] = origin.z();
  }

  private static Vec3 image(Pose3 mapFromBase, Pose3 mapFromThen, Pose3 baseFromLidar, Vec3 point) {
    return mapFromBase.applyInverse(mapFromThen.apply(baseFromLidar.apply(point)));
  }

  /** Point {@code i} in the base frame at the sweep's end. */
  void baseFrame(int i, double[] into) {
    long slice = (sweep.pointTimeNs(i) - sweep.startNs()) / sliceNs;
    int at = (int) Math.min(SLICES - 1, Math.max(0, slice)) * VALUES;
    double x = sweep.x(i);
    double y = sweep.y(i);
    double z = sweep.z(i);
    into[0] = slices[at] * x + slices[at + 1] * y + slices[at + 2] * z + slices[at + 3];
    into[1] = slices[at + 4] * x + slices[at + 5] * y + slices[at + 6] * z + slices[at + 7];
    into[2] = slices[at + 8] * x + slices[at + 9] * y + slices[at + 10] * z + slices[at + 11];
  }
}
