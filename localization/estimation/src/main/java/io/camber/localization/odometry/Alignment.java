package io.camber.localization.odometry;

import io.camber.geometry.Pose2;

/**
 * Where a sweep was, seen from an earlier one, in the level frame of the published {@code base_link}.
 *
 * @param keyNs stamp of the earlier one
 * @param stdX as far as points were independent, as are the other standard deviations
 */
public record Alignment(
    long keyNs, long timeNs, Pose2 keyFromSweep, double stdX, double stdY, double stdYaw) {}
