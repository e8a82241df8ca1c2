package io.camber.importing.scenario;

import io.camber.geometry.Pose2;

/**
 * Where a road user was.
 *
 * @param timeS since the recording's start
 * @param center of its box on the ground, map frame
 */
public record RecordedState(double timeS, Pose2 center, double speedMps) {}
