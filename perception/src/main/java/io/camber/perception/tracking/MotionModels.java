package io.camber.perception.tracking;

import io.camber.scene.ObjectClass;

/** The motion model of each class. */
final class MotionModels {
  private static final MotionModel CAR = new CurvedMotion(4.0, 0.5);
  private static final MotionModel HEAVY = new CurvedMotion(2.5, 0.25);
  private static final MotionModel TWO_WHEELER = new CurvedMotion(3.0, 0.7);
  private static final MotionModel PEDESTRIAN = new PlainMotion(1.2, 2.0);
  private static final MotionModel UNKNOWN = new PlainMotion(1.5, 6.0);

  private MotionModels() {}

  static MotionModel of(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR -> CAR;
      case TRUCK, BUS -> HEAVY;
      case MOTORCYCLE, BICYCLE -> TWO_WHEELER;
      case PEDESTRIAN -> PEDESTRIAN;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
