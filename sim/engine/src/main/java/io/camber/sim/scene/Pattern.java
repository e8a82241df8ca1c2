package io.camber.sim.scene;

/** How a surface varies from place to place. */
public enum Pattern {
  PLAIN,
  ASPHALT,
  GRASS,
  CONCRETE,
  FOLIAGE,
  WINDOWS,
  WORN_PAINT
}
