package io.camber.sim.scene;

import io.camber.scene.ObjectClass;

/** What a pixel or a point truly shows. Ordinals are what the jury's class buffers hold. */
public enum SceneLabel {
  SKY,
  ROAD,
  MARKING,
  TERRAIN,
  VEGETATION,
  BUILDING,
  POLE,
  SIGN,
  SIGNAL,
  BARRIER,
  OBSTACLE,
  CAR,
  TRUCK,
  BUS,
  MOTORCYCLE,
  BICYCLE,
  PEDESTRIAN;

  private static final SceneLabel[] VALUES = values();

  /** Number of this label in class buffers. */
  @SuppressWarnings("EnumOrdinal") // the order is part of what class buffers mean
  public byte index() {
    return (byte) ordinal();
  }

  /** True of kinds whose meshes are closed skins: their backs are never seen. */
  public boolean isClosedSkin() {
    return switch (this) {
      case CAR, TRUCK, BUS, MOTORCYCLE, BICYCLE, PEDESTRIAN, VEGETATION, POLE -> true;
      case SKY, ROAD, MARKING, TERRAIN, BUILDING, SIGN, SIGNAL, BARRIER, OBSTACLE -> false;
    };
  }

  /** The label with the given number. */
  public static SceneLabel of(byte index) {
    return VALUES[index];
  }

  /** The label of a road user. */
  public static SceneLabel of(ObjectClass objectClass) {
    return switch (objectClass) {
      case UNKNOWN -> OBSTACLE;
      case CAR -> CAR;
      case TRUCK -> TRUCK;
      case BUS -> BUS;
      case MOTORCYCLE -> MOTORCYCLE;
      case BICYCLE -> BICYCLE;
      case PEDESTRIAN -> PEDESTRIAN;
    };
  }
}
