package io.camber.motion;

import io.camber.geometry.Pose2;

/** State of {@code base_link} at a time of the run's clock, map frame. */
public record TrajectoryPoint(
    long timeNs,
    double x,
    double y,
    double yaw,
    double curvaturePerM,
    double speedMps,
    double accelMps2) {
  public Pose2 pose() {
    return new Pose2(x, y, yaw);
  }
}
