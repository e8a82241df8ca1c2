package io.camber.scene;

/** Where a road user may be {@code timeS} seconds after the prediction; centre of its footprint, map frame. */
public record PredictedPoint(
    double timeS, double x, double y, double yaw, double speedMps, double positionStdM) {}
