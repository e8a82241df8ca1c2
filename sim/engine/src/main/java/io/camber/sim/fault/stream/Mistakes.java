package io.camber.sim.fault.stream;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.ObjectClass;

/** How objects are mistaken: for another class, for two, for one. */
final class Mistakes {
  /** A car that is not there. */
  static final Size3 GHOST = new Size3(4.5, 1.8, 1.5);

  private Mistakes() {}

  static ObjectClass mistaken(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR -> ObjectClass.PEDESTRIAN;
      case TRUCK, BUS -> ObjectClass.CAR;
      case MOTORCYCLE, BICYCLE -> ObjectClass.PEDESTRIAN;
      case PEDESTRIAN -> ObjectClass.UNKNOWN;
      case UNKNOWN -> ObjectClass.CAR;
    };
  }

  /** Middle of the front ({@code side} 1) or rear (-1) half. */
  static Pose2 half(Pose2 center, Size3 size, double side) {
    Vec2 middle = center.apply(new Vec2(side * size.lengthM() / 4.0, 0.0));
    return new Pose2(middle.x(), middle.y(), center.yaw());
  }

  static Size3 half(Size3 size) {
    return new Size3(size.lengthM() / 2.0, size.widthM(), size.heightM());
  }

  static Pose2 between(Pose2 a, Pose2 b) {
    return new Pose2((a.x() + b.x()) / 2.0, (a.y() + b.y()) / 2.0, a.yaw());
  }

  static Size3 around(Size3 a, Size3 b, double apartM) {
    return new Size3(
        Math.max(a.lengthM(), b.lengthM()) + apartM / 2.0,
        Math.max(a.widthM(), b.widthM()) + apartM / 2.0,
        Math.max(a.heightM(), b.heightM()));
  }
}
