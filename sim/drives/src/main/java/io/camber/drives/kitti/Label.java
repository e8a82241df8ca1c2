package io.camber.drives.kitti;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.Locale;

/**
 * A labelled box in one frame.
 *
 * @param type in the collection's words
 * @param lidarFromBox the middle of the lower face, x along the length
 */
record Label(int frame, int track, String type, Size3 size, Pose3 lidarFromBox) {
  /** What the object is called in the truth. */
  String name() {
    return kind() + "-" + track;
  }

  /** People count the kind in lower case. */
  String kind() {
    return type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  ObjectClass objectClass() {
    return switch (type) {
      case "Car", "Van" -> ObjectClass.CAR;
      case "Truck" -> ObjectClass.TRUCK;
      case "Tram" -> ObjectClass.BUS;
      case "Pedestrian", "Person", "Person_sitting", "Person (sitting)" -> ObjectClass.PEDESTRIAN;
      case "Cyclist" -> ObjectClass.BICYCLE;
      default -> ObjectClass.UNKNOWN;
    };
  }
}
