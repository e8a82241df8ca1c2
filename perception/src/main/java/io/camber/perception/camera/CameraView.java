package io.camber.perception.camera;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;

/**
 * The camera at one exposure: maps points of the map frame to pixels through a pinhole with Brown-Conrady radial distortion.
 * Pixel (column, row) has its middle at (column + 0.5, row + 0.5).
 */
final class CameraView {
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
   * Writes column and row of a point to {@code pixel} and returns its depth along the optical axis; the pixel is
   * NaN when the depth is not positive, and far off the axis.
   */
  double project(Vec3 point, double[] pixel) {
    Vec3 body = mapFromCamera.applyInverse(point);
    if (!calibration.project(body, pixel)) {
      pixel[0] = Double.NaN;
      pixel[1] = Double.NaN;
    }
    return body.x();
  }
}
