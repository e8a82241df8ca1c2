package io.camber.sim.sensor.camera.shadow;

/** Cells of the map of shadows: numbered over the world, and kept in a square that wraps around. */
final class Cells {
  static final int SIZE = 512;
  static final int MASK = SIZE - 1;
  static final float PER_M = 5.4f;

  private Cells() {}

  /** Where the square keeps a cell. */
  static int at(int a, int b) {
    return (b & MASK) * SIZE + (a & MASK);
  }
}
