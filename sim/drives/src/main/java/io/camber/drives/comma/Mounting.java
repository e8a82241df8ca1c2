package io.camber.drives.comma;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import java.util.List;

/**
 * How the device sits behind the windshield. The collection does not say: where, is taken as in any such car; which way it
 * looks follows from the way the car goes as the device sees it.
 */
final class Mounting {
  /** Ahead of the rear axle and above the ground: behind the windshield's upper edge. */
  static final double AHEAD_M = 1.7;

  static final double HEIGHT_M = 1.22;

  private static final int FEWEST = 20;

  private Mounting() {}

  static Pose3 level() {
    return new Pose3(AHEAD_M, 0.0, HEIGHT_M, 0.0, 0.0, 0.0);
  }

  /**
   * The device in the car, turned so that the mean of some directions is straight ahead; roll stays unknown and 0.
   *
   * @param ways unit vectors of the car's motion in the device's axes (x ahead, y left, z up) while it went straight
   */
  static Pose3 along(List<Vec3> ways) {
    if (ways.size() < FEWEST) {
      return level();
    }
    Vec3 sum = Vec3.ZERO;
    for (Vec3 way : ways) {
      sum = sum.plus(way);
    }
    Vec3 ahead = sum.times(1.0 / sum.length());
    return new Pose3(
        AHEAD_M,
        0.0,
        HEIGHT_M,
        -StrictMath.asin(ahead.y()),
        StrictMath.atan2(ahead.z(), ahead.x()),
        0.0);
  }
}
