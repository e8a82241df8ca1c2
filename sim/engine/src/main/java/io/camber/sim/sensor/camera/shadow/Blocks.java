package io.camber.sim.sensor.camera.shadow;

import java.util.Arrays;

/** Which block of the world each block of the map of shadows holds. Blocks are numbered over the world, as cells are. */
final class Blocks {
  /** Cells along a side of a block. */
  static final int SIZE = 32;

  /** Blocks along a side of the map. */
  static final int COUNT = Cells.SIZE / SIZE;

  private static final int NONE = Integer.MIN_VALUE;

  private final int[] heldA = new int[COUNT * COUNT];
  private final int[] heldB = new int[COUNT * COUNT];

  void forget() {
    Arrays.fill(heldA, NONE);
  }

  private static int slot(int a, int b) {
    return Math.floorMod(b, COUNT) * COUNT + Math.floorMod(a, COUNT);
  }

  boolean holds(int a, int b) {
    int slot = slot(a, b);
    return heldA[slot] == a && heldB[slot] == b;
  }

  /** True when no block of a row, from one to before another, is held. */
  boolean lacksAll(int fromA, int toA, int b) {
    for (int a = fromA; a < toA; a++) {
      if (holds(a, b)) {
        return false;
      }
    }
    return true;
  }

  /** The map holds these blocks now, from one corner to before the other. */
  void hold(int fromA, int fromB, int toA, int toB) {
    for (int b = fromB; b < toB; b++) {
      for (int a = fromA; a < toA; a++) {
        heldA[slot(a, b)] = a;
        heldB[slot(a, b)] = b;
      }
    }
  }
}
