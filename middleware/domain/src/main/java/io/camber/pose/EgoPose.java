package io.camber.pose;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;

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
    PoseStatus status) {}
