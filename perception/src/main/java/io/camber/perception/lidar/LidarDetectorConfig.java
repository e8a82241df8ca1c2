package io.camber.perception.lidar;

import io.camber.geometry.Numbers;

/**
 * Configuration of the lidar detector.
 *
 * @param rangeM farthest points used, from {@code base_link}
 */
public record LidarDetectorConfig(double rangeM) {
  public static final LidarDetectorConfig DEFAULT = new LidarDetectorConfig(110.0);

  public LidarDetectorConfig {
    Numbers.within("rangeM", rangeM, 5.0, 250.0);
  }
}
