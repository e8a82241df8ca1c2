package io.camber.sim.scenario.entity;

import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an entity is, fixed for the run.
 *
 * @param category the word of the file, such as "car", "pedestrian", "barrier"
 * @param centerX from the reference point forward to the middle of the bounding box
 * @param wheelbaseM 0 when it has no axles
 * @param hitchX where a trailer couples, from the reference point forward
 * @param couplerX where it couples to a tow vehicle, from the reference point forward
 * @param controllers the assigned controllers, in order
 * @param properties what else the file says of the vehicle
 */
public record EntityModel(
    String name,
    EntityKind kind,
    String category,
    double centerX,
    double centerY,
    double centerZ,
    Size3 size,
    double speedMpsMax,
    double accelMps2Max,
    double decelMps2Max,
    double wheelbaseM,
    double hitchX,
    double couplerX,
    Optional<String> trailer,
    List<ControllerModel> controllers,
    Properties properties) {
  public EntityModel {
    controllers = List.copyOf(controllers);
  }

  /** How far the reference point lies ahead of the rear axle: a property of files written for esmini. */
  public double pointAheadOfRearAxleM() {
    return properties.number("refpoint_x_offset", 0.0);
  }

  public ObjectClass objectClass() {
    if (kind == EntityKind.PEDESTRIAN) {
      return category.equals("animal") ? ObjectClass.UNKNOWN : ObjectClass.PEDESTRIAN;
    }
    if (kind == EntityKind.MISCELLANEOUS) {
      return ObjectClass.UNKNOWN;
    }
    return switch (category.toLowerCase(Locale.ROOT)) {
      case "car", "van" -> ObjectClass.CAR;
      case "truck", "semitrailer", "trailer" -> ObjectClass.TRUCK;
      case "bus" -> ObjectClass.BUS;
      case "motorbike" -> ObjectClass.MOTORCYCLE;
      case "bicycle" -> ObjectClass.BICYCLE;
      default -> ObjectClass.UNKNOWN;
    };
  }
}
