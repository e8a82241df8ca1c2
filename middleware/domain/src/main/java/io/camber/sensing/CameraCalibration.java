package io.camber.sensing;

import io.camber.geometry.Pose3;

/**
 * Pinhole intrinsics with Brown-Conrady radial distortion, and mounting.
 *
 * @param baseFromCamera pose of the camera body (x forward, y left, z up) in {@code base_link}
 * @param focalXPx focal length in pixels along image x
 * @param k1 first radial coefficient; {@code k2} second
 */
public record CameraCalibration(
    String sensorId,
    Pose3 baseFromCamera,
    int width,
    int height,
    double focalXPx,
    double focalYPx,
    double centerXPx,
    double centerYPx,
    double k1,
    double k2) {}
