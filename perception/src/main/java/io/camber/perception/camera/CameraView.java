package io.camber.perception.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;

/**
 * The camera at one exposure: maps points of the map frame to pixels through a pinhole with Brown-Conrady radial distortion.
 * Pixel (column, row) has its middle at (column + 0.5, row + 0.5).
 */
final class CameraView {
  /** Beyond this squared tangent the polynomial is not trusted: 55 degrees off axis. */
  private static final double TANGENT_SQUARED_MAX = 2.0;

  private final CameraCalibration calibration;
  private final Pose3 mapFromCamera;

  CameraView(CameraCalibration calibration, Pose3 mapFromBase) {
    this.calibration = calibration;
    this.mapFromCamera = mapFromBase.times(calibration.baseFromCamera());
  }

  Vec3 position() {
    return mapFromCamera.position();
  }

  double focalPx() {
    return calibration.focalYPx();
  }

  int width() {
    return calibration.width();
  }

  int height() {
    return calibration.height();
  }

  /**
   * Writes column and row of a point to {@code pixel} and returns its depth along the optical axis; the pixel is meaningless
   * when the depth is not positive, and NaN far off the axis.
   */
  double project(Vec3 point, double[] pixel) {
    // Camera body to optical axes: right is -y, down is -z, depth is x.
    Vec3 body = mapFromCamera.applyInverse(point);
    double x = -body.y() / body.x();
    double y = -body.z() / body.x();
    double r2 = x * x + y * y;
    double bend = r2 > TANGENT_SQUARED_MAX
        ? Double.NaN
        : 1.0 + r2 * (calibration.k1() + r2 * calibration.k2());
    pixel[0] = calibration.centerXPx() + calibration.focalXPx() * bend * x;
    pixel[1] = calibration.centerYPx() + calibration.focalYPx() * bend * y;
    return body.x();
  }
}
