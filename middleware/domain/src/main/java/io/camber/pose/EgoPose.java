package io.camber.pose;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import java.util.Optional;

/**
 * Estimated pose and motion of {@code base_link}.
 *
 * @param mapFromBase pose in the map frame
 * @param twist velocity in the body frame
 * @param accelMps2 longitudinal acceleration in the body frame, gravity removed
 * @param longitudinalStdM one sigma along the body
 * @param lateralStdM one sigma across the body
 * @param yawStd one sigma, rad
 * @param gyroBiasRadps estimated bias of the yaw gyro
 * @param wheelScale estimated true over measured wheel speed
 * @param innovation of the newest fix, which may be too far off to have been used; empty before the first one
 */
public record EgoPose(
    long timeNs,
    Pose3 mapFromBase,
    Twist2 twist,
    double accelMps2,
    double longitudinalStdM,
    double lateralStdM,
    double yawStd,
    double gyroBiasRadps,
    double wheelScale,
    PoseStatus status,
    Optional<FixInnovation> innovation) {
  /** The same without a fix. */
  public EgoPose(
      long timeNs,
      Pose3 mapFromBase,
      Twist2 twist,
      double accelMps2,
      double longitudinalStdM,
      double lateralStdM,
      double yawStd,
      double gyroBiasRadps,
      double wheelScale,
      PoseStatus status) {
    this(
        timeNs,
        mapFromBase,
        twist,
        accelMps2,
        longitudinalStdM,
        lateralStdM,
        yawStd,
        gyroBiasRadps,
        wheelScale,
        status,
        Optional.empty());
  }
}
