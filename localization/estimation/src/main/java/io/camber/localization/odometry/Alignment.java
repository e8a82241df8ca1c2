package io.camber.localization.calibration;

import io.camber.geometry.Pose2;

/**
 * Where a sweep was, seen from an earlier one, in the level frame of the published {@code base_link}.
 *
 * @param keyNs stamp of the earlier one
 * @param stdX as far as points were independent, as are the other standard deviations
 */
record Alignment(
    long keyNs, long timeNs, Pose2 keyFromSweep, double stdX, double stdY, double stdYaw) {}
