package io.camber.sim.scene;

/** How a surface varies from place to place. */
public enum Pattern {
  PLAIN,
  ASPHALT,
  GRASS,
  CONCRETE,
  FOLIAGE,
  WINDOWS,
  WORN_PAINT;

  /** True when its colour is another one from place to place, apart from what is painted over it. */
  public boolean varies() {
    return this != PLAIN && this != WINDOWS;
  }
}
