package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.perception.RoadContext;
import io.camber.perception.Surface;

/**
 * Keeps the points that may belong to something a vehicle can hit: above the ground, below the clearance, and over a place
 * that the map calls relevant.
 */
final class ObstaclePoints {
  /** Above kerbs (0.15 m at most) and below the lowest debris worth braking for. */
  private static final double HEIGHT_M_MIN = 0.18;

  /** Ground height errors grow with range: beams graze and the next ground ring is far. */
  private static final double HEIGHT_PER_M = 0.003;

  /** From here on range does not matter. */
  private static final double SURE_M = 0.6;

  /** Nothing on wheels is taller; signs and arms over the road are. */
  private static final double HEIGHT_M_MAX = 4.3;

  private ObstaclePoints() {}

  /** Filters {@code cloud} in place and writes {@link PointCloud#surface}. */
  static void keep(PointCloud cloud, Pose2 mapFromBase, RoadContext road) {
    double c = StrictMath.cos(mapFromBase.yaw());
    double s = StrictMath.sin(mapFromBase.yaw());
    int kept = 0;
    for (int i = 0; i < cloud.size; i++) {
      double x = cloud.x[i];
      double y = cloud.y[i];
      double h = cloud.height[i];
      if (h > HEIGHT_M_MAX || isLow(h, x, y)) {
        continue;
      }
      Surface below =
          road.surfaceAt(mapFromBase.x() + c * x - s * y, mapFromBase.y() + s * x + c * y);
      if (below != Surface.OUTSIDE) {
        cloud.surface[i] = below.rank();
        cloud.move(i, kept++);
      }
    }
    cloud.size = kept;
  }

  /** Whether something of a height is too low to hit at a place in {@code base_link}. */
  static boolean isLow(double h, double x, double y) {
    return h < HEIGHT_M_MIN
        || (h < SURE_M && h < HEIGHT_M_MIN + HEIGHT_PER_M * Math.sqrt(x * x + y * y));
  }
}
