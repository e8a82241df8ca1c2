package io.camber.scene;

import java.util.Optional;

/** What a camera tells apart: bodies on four wheels or more, and people on foot or on two wheels. */
public enum RoadUserKind {
  VEHICLE,
  PERSON;

  /** The kind of a class; empty for things of no known class. */
  public static Optional<RoadUserKind> of(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR, TRUCK, BUS -> Optional.of(VEHICLE);
      case PEDESTRIAN, BICYCLE, MOTORCYCLE -> Optional.of(PERSON);
      case UNKNOWN -> Optional.empty();
    };
  }
}
