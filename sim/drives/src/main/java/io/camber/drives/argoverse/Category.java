package io.camber.drives.argoverse;

import io.camber.scene.ObjectClass;
import java.util.Locale;

/** The collection's thirty categories in our classes. */
final class Category {
  static final String EGO = "EGO_VEHICLE";

  private Category() {}

  static ObjectClass objectClass(String category) {
    return switch (category) {
      case "REGULAR_VEHICLE", "RAILED_VEHICLE" -> ObjectClass.CAR;
      case "LARGE_VEHICLE", "BOX_TRUCK", "TRUCK", "TRUCK_CAB", "VEHICULAR_TRAILER" ->
        ObjectClass.TRUCK;
      case "BUS", "SCHOOL_BUS", "ARTICULATED_BUS" -> ObjectClass.BUS;
      case "MOTORCYCLE", "MOTORCYCLIST" -> ObjectClass.MOTORCYCLE;
      case "BICYCLE", "BICYCLIST", "WHEELED_RIDER", "WHEELED_DEVICE" -> ObjectClass.BICYCLE;
      case "PEDESTRIAN", "OFFICIAL_SIGNALER", "WHEELCHAIR", "STROLLER" -> ObjectClass.PEDESTRIAN;
      default -> ObjectClass.UNKNOWN;
    };
  }

  static String kind(String category) {
    return category.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
