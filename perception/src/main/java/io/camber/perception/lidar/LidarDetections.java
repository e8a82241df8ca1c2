package io.camber.perception.lidar;

import io.camber.scene.Detections;

/**
 * What one sweep gave.
 *
 * @param pointCount points of the sweep
 * @param brokenCount points that were not finite
 * @param obstaclePointCount points above ground and in the region of interest
 * @param clusterCount connected components
 */
public record LidarDetections(
    Detections detections,
    int pointCount,
    int brokenCount,
    int obstaclePointCount,
    int clusterCount) {}
