package io.camber.scene;

/** What a road user is. The order is part of the wire format. */
public enum ObjectClass {
  UNKNOWN,
  CAR,
  TRUCK,
  BUS,
  MOTORCYCLE,
  BICYCLE,
  PEDESTRIAN;

  public boolean isVulnerable() {
    return this == PEDESTRIAN || this == BICYCLE || this == MOTORCYCLE;
  }
}
