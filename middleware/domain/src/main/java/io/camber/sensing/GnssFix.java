package io.camber.sensing;

import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;

/**
 * Satellite fix already projected to the map frame, at the antenna's {@code base_link} point.
 *
 * @param timeNs when the fix was valid, not when it arrived
 * @param velocityMps over ground, map frame
 * @param yaw from a dual antenna, rad
 */
public record GnssFix(
    long timeNs,
    Vec3 position,
    Vec2 velocityMps,
    double yaw,
    double positionStdM,
    double velocityStdMps,
    double yawStd) {}
