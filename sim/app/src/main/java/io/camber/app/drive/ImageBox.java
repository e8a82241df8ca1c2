package io.camber.app.drive;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;
import java.util.Optional;

/** An upright rectangle of an image, in pixels from its upper left corner. */
record ImageBox(double leftPx, double topPx, double rightPx, double bottomPx) {
  /** Nearer than this a corner has no place in the image. */
  private static final double DEPTH_M_MIN = 0.5;

  /**
   * What a box takes up in an image, as far as the image goes; empty when some of it is beside or behind the camera.
   *
   * @param center of the box in the car's frame
   * @param bottomZ of the box in the car's frame
   */
  static Optional<ImageBox> of(CameraCalibration camera, Pose2 center, double bottomZ, Size3 size) {
    double left = camera.width();
    double top = camera.height();
    double right = 0.0;
    double bottom = 0.0;
    for (int corner = 0; corner < 8; corner++) {
      double along = ((corner & 1) - 0.5) * size.lengthM();
      double across = (((corner >> 1) & 1) - 0.5) * size.widthM();
      Vec2 place = center.apply(new Vec2(along, across));
      double height = bottomZ + (corner >> 2) * size.heightM();
      Vec3 seen = camera.baseFromCamera().applyInverse(new Vec3(place.x(), place.y(), height));
      if (seen.x() < DEPTH_M_MIN) {
        return Optional.empty();
      }
      double column = camera.centerXPx() - camera.focalXPx() * seen.y() / seen.x();
      double row = camera.centerYPx() - camera.focalYPx() * seen.z() / seen.x();
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
    return Optional.of(new ImageBox(
        Math.max(0.0, left),
        Math.max(0.0, top),
        Math.min(camera.width(), right),
        Math.min(camera.height(), bottom)));
  }

  double heightPx() {
    return Math.max(0.0, bottomPx - topPx);
  }

  private double areaPx2() {
    return Math.max(0.0, rightPx - leftPx) * heightPx();
  }

  /** How much of this box lies in another, 0 to 1. */
  double shareIn(ImageBox other) {
    ImageBox common = new ImageBox(
        Math.max(leftPx, other.leftPx),
        Math.max(topPx, other.topPx),
        Math.min(rightPx, other.rightPx),
        Math.min(bottomPx, other.bottomPx));
    return areaPx2() > 0.0 ? common.areaPx2() / areaPx2() : 0.0;
  }
}
