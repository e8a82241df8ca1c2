package io.camber.truth;

/**
 * What a lidar's point truly hit. The order is part of the wire format: up to {@link #PEDESTRIAN} the numbers are those of the
 * class plane of {@link CameraLayers}, behind it come points where nothing is.
 */
public enum PointClass {
  /** No point has it: the sky sends nothing back. */
  SKY,
  ROAD,
  MARKING,
  /** Sidewalks, kerbs, traffic islands, verges, grass. */
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
  PEDESTRIAN,
  /** A droplet, smoke or vapour returned the pulse. */
  AIR,
  /** Something seen in a mirror: the point lies behind the glass, the paint or the wet road. */
  MIRRORED,
  /** The pulse of another sensor. */
  CROSSTALK,
  /** The glare of a reflector beside the beam. */
  BLOOMING;

  private static final PointClass[] VALUES = values();

  /** The class with the given number. */
  public static PointClass of(int number) {
    if (number < 0 || number >= VALUES.length) {
      throw new IllegalArgumentException("PointClass has no number " + number);
    }
    return VALUES[number];
  }

  /** Number of this class in planes. */
  @SuppressWarnings("EnumOrdinal") // the order is the wire format
  public int number() {
    return ordinal();
  }

  /** Whether wheels and feet may stand on it. */
  public boolean isGround() {
    return this == ROAD || this == MARKING || this == TERRAIN;
  }

  /** Whether nothing is where the point lies. */
  public boolean isFalse() {
    return compareTo(AIR) >= 0;
  }

  /** Whether it stands on the ground or over it. */
  public boolean isStanding() {
    return !isGround() && !isFalse() && this != SKY;
  }
}
