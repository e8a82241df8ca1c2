package io.camber.sensing;

import io.camber.geometry.Pose3;

/** Where a lidar sits and how it spins. {@code baseFromLidar} maps sensor points into {@code base_link}. */
public record LidarCalibration(
    String sensorId,
    Pose3 baseFromLidar,
    int beamCount,
    int columnCount,
    double rangeM,
    long sweepNs) {}
