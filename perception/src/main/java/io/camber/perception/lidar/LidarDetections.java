package io.camber.perception.lidar;

import io.camber.scene.Detections;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;

/**
 * What one sweep gave.
 *
 * @param ground which points are ground
 * @param freeSpace where nothing stands on it
 * @param brokenCount points that were not finite
 * @param obstaclePointCount points above ground and in the region of interest
 * @param clusterCount connected components
 */
public record LidarDetections(
    Detections detections,
    GroundPoints ground,
    FreeSpace freeSpace,
    int brokenCount,
    int obstaclePointCount,
    int clusterCount) {
  /** Points of the sweep. */
  public int pointCount() {
    return ground.size();
  }
}
