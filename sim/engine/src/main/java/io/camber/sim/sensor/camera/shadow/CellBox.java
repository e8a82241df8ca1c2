package io.camber.sim.sensor.camera.shadow;

/** A rectangle of cells, both ends included. Mutable: one is kept for as long as the map that it belongs to. */
final class CellBox {
  int lowA;
  int lowB;
  int highA;
  int highB;

  void set(int fromA, int fromB, int toA, int toB) {
    lowA = fromA;
    lowB = fromB;
    highA = toA;
    highB = toB;
  }

  void clear() {
    set(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);
  }

  boolean isEmpty() {
    return lowA > highA;
  }

  void add(int fromA, int fromB, int toA, int toB) {
    lowA = Math.min(lowA, fromA);
    lowB = Math.min(lowB, fromB);
    highA = Math.max(highA, toA);
    highB = Math.max(highB, toB);
  }

  /** True when some cell belongs to both. */
  boolean meets(CellBox other) {
    return lowA <= other.highA && other.lowA <= highA && lowB <= other.highB && other.lowB <= highB;
  }

  /** How many cells it holds. */
  long cells() {
    return isEmpty() ? 0 : (highA - lowA + 1L) * (highB - lowB + 1L);
  }
}
