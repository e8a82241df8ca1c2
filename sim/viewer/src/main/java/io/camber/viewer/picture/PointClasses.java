package io.camber.viewer.picture;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import java.util.Optional;

/** Tells of a point whether it is ground or on a tracked object, by the boxes of the tracks grown a little. */
final class PointClasses {
  /** Neither ground nor on an object. */
  static final byte OTHER = 0;

  static final byte GROUND = 7;

  /** Below it a point is taken for the road. */
  private static final double GROUND_M = 0.2;

  private static final double MARGIN_M = 0.25;
  private static final int VALUES = 6;

  private final double[] boxes;
  private final byte[] kinds;

  PointClasses(Pose3 mapFromBase, Optional<Tracks> tracks) {
    List<Track> objects = tracks.map(Tracks::tracks).orElse(List.of());
    boxes = new double[objects.size() * VALUES];
    kinds = new byte[objects.size()];
    Pose2 base = mapFromBase.toPose2();
    for (int i = 0; i < objects.size(); i++) {
      Track track = objects.get(i);
      Vec2 center = base.applyInverse(track.center().position());
      double yaw = track.center().yaw() - base.yaw();
      int at = i * VALUES;
      boxes[at] = center.x();
      boxes[at + 1] = center.y();
      boxes[at + 2] = StrictMath.cos(yaw);
      boxes[at + 3] = StrictMath.sin(yaw);
      boxes[at + 4] = track.size().lengthM() / 2.0 + MARGIN_M;
      boxes[at + 5] = track.size().widthM() / 2.0 + MARGIN_M;
      kinds[i] = (byte) Math.max(1, Json.codeOf(track.objectClass()));
    }
  }

  /** Ordinal of the object's class (a car for unknown ones), {@link #GROUND} or {@link #OTHER}. */
  byte of(double[] point) {
    return of(point, point[2] < GROUND_M);
  }

  /** The same of a point of which it is known whether it is ground. */
  byte of(double[] point, boolean isGround) {
    if (isGround) {
      return GROUND;
    }
    for (int i = 0; i < kinds.length; i++) {
      int at = i * VALUES;
      double dx = point[0] - boxes[at];
      double dy = point[1] - boxes[at + 1];
      double along = boxes[at + 2] * dx + boxes[at + 3] * dy;
      double across = boxes[at + 2] * dy - boxes[at + 3] * dx;
      if (Math.abs(along) <= boxes[at + 4] && Math.abs(across) <= boxes[at + 5]) {
        return kinds[i];
      }
    }
    return OTHER;
  }
}
