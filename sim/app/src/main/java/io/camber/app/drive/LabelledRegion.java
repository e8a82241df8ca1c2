package io.camber.app.drive;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.sensing.CameraCalibration;
import java.util.Optional;

/** Where labels can be: what one camera sees, or all around, no further than a range. */
record LabelledRegion(Optional<CameraCalibration> camera, double rangeM) {
  /** Things cut by the edge of the image are labelled or not, who knows. */
  private static final double EDGE_PX = 20.0;

  /** Whether a place in the car's frame, half a metre above the ground, is in it. */
  boolean contains(Vec2 place) {
    if (place.length() > rangeM) {
      return false;
    }
    return camera.isEmpty() || sees(camera.get(), place);
  }

  /** What a box takes up in the labels' image; empty without one. */
  Optional<ImageBox> image(Pose2 center, double bottomZ, Size3 size) {
    return camera.flatMap(found -> ImageBox.of(found, center, bottomZ, size));
  }

  private static boolean sees(CameraCalibration camera, Vec2 place) {
    Vec3 seen = camera.baseFromCamera().applyInverse(new Vec3(place.x(), place.y(), 0.5));
    if (seen.x() < 1.0) {
      return false;
    }
    double column = camera.centerXPx() - camera.focalXPx() * seen.y() / seen.x();
    return column > EDGE_PX && column < camera.width() - EDGE_PX;
  }
}
