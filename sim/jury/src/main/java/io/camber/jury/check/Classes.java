package io.camber.jury.check;

import io.camber.scene.ObjectClass;
import java.util.Locale;

/** What is possible for a road user of a class. */
final class Classes {
  private Classes() {}

  static String label(ObjectClass objectClass) {
    return objectClass.name().toLowerCase(Locale.ROOT);
  }

  static double lengthMMax(ObjectClass objectClass) {
    return switch (objectClass) {
      case PEDESTRIAN -> 1.2;
      case BICYCLE -> 2.5;
      case MOTORCYCLE -> 3.2;
      case CAR -> 6.5;
      case TRUCK, BUS -> 25.0;
      case UNKNOWN -> Double.POSITIVE_INFINITY;
    };
  }

  /** Nearly all of a vehicle is seen late; a short box alone is no error. */
  static double widthMMax(ObjectClass objectClass) {
    return switch (objectClass) {
      case PEDESTRIAN, BICYCLE -> 1.3;
      case MOTORCYCLE -> 1.5;
      case CAR -> 2.6;
      case TRUCK, BUS -> 3.2;
      case UNKNOWN -> Double.POSITIVE_INFINITY;
    };
  }

  static double speedMpsMax(ObjectClass objectClass) {
    return switch (objectClass) {
      case PEDESTRIAN -> 5.0;
      case BICYCLE -> 15.0;
      case MOTORCYCLE, CAR -> 70.0;
      case TRUCK, BUS -> 40.0;
      case UNKNOWN -> 70.0;
    };
  }
}
