package io.camber.evaluation.accuracy;

/** Estimated minus true pose in the true body's axes: forward, leftward, counter-clockwise. */
public record PoseError(double longitudinalM, double lateralM, double yaw) {}
