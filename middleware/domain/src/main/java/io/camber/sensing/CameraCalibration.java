package io.camber.sensing;

import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec3;
import java.util.Optional;

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
    double k2) {
  /** Beyond this squared tangent the polynomial is not trusted: 55 degrees off axis. */
  private static final double TANGENT_SQUARED_MAX = 2.0;

  /** Nearer than this to the camera a corner of a box has no place in the image. */
  private static final double DEPTH_M_MIN = 0.5;

  /**
   * Writes column and row of a point of the camera's body frame to {@code pixel}; false when it lies behind the camera or so far
   * off its axis that the lens model says nothing.
   */
  public boolean project(Vec3 point, double[] pixel) {
    // Camera body to optical axes: right is -y, down is -z, depth is x.
    double x = -point.y() / point.x();
    double y = -point.z() / point.x();
    double r2 = x * x + y * y;
    double bend = 1.0 + r2 * (k1 + r2 * k2);
    pixel[0] = centerXPx + focalXPx * bend * x;
    pixel[1] = centerYPx + focalYPx * bend * y;
    return point.x() > 0.0 && r2 <= TANGENT_SQUARED_MAX;
  }

  /**
   * The least rectangle around the corners of a box, also where it leaves the image; empty when a corner is beside or behind the
   * camera.
   *
   * @param cameraFromBox middle of the box, x ahead of the camera, y to the left, z up
   */
  public Optional<ImageBox> project(Pose3 cameraFromBox, Size3 size) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double[] pixel = new double[2];
    for (int corner = 0; corner < 8; corner++) {
      Vec3 place = cameraFromBox.apply(new Vec3(
          ((corner & 1) - 0.5) * size.lengthM(),
          ((corner >> 1 & 1) - 0.5) * size.widthM(),
          ((corner >> 2) - 0.5) * size.heightM()));
      if (place.x() < DEPTH_M_MIN || !project(place, pixel)) {
        return Optional.empty();
      }
      left = Math.min(left, pixel[0]);
      right = Math.max(right, pixel[0]);
      top = Math.min(top, pixel[1]);
      bottom = Math.max(bottom, pixel[1]);
    }
    return Optional.of(new ImageBox(left, top, right, bottom));
  }
}
