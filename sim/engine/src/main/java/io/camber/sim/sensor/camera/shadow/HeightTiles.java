package io.camber.sim.sensor.camera.shadow;

import java.util.Arrays;

/**
 * What is highest and lowest in each tile of cells, so that a line of places is seen to lie in the sun or in the shade without a look
 * at its cells. A tile also answers for the cells right beside it. Owned by one thread.
 */
final class HeightTiles {
  static final int MIXED = 0;
  static final int BELOW = 1;
  static final int ABOVE = 2;

  private static final int TILE_BITS = 3;
  private static final int SIDE = 1 << TILE_BITS;
  private static final int TILES = Cells.SIZE >> TILE_BITS;
  /** More tiles than this take longer to look at than the cells. */
  private static final int TILES_MAX = 24;

  private final float[] highest = new float[TILES * TILES];
  private final float[] lowest = new float[TILES * TILES];
  /** Which tiles must be looked up again. */
  private final boolean[] stale = new boolean[TILES * TILES];

  /** Cells of this rectangle have changed. */
  void outdate(CellBox changed) {
    for (int b = (changed.lowB - 1) >> TILE_BITS; b <= changed.highB >> TILE_BITS; b++) {
      for (int a = (changed.lowA - 1) >> TILE_BITS; a <= changed.highA >> TILE_BITS; a++) {
        stale[tile(a, b)] = true;
      }
    }
  }

  void outdateAll() {
    Arrays.fill(stale, true);
  }

  private static int tile(int a, int b) {
    return (b & (TILES - 1)) * TILES + (a & (TILES - 1));
  }

  /** Looks again where cells have changed. */
  void update(float[] heights) {
    for (int tile = 0; tile < stale.length; tile++) {
      if (stale[tile]) {
        stale[tile] = false;
        int a = (tile & (TILES - 1)) << TILE_BITS;
        int b = (tile / TILES) << TILE_BITS;
        measure(tile, a, b, heights);
      }
    }
  }

  private void measure(int tile, int fromA, int fromB, float[] heights) {
    float most = Float.NEGATIVE_INFINITY;
    float least = Float.POSITIVE_INFINITY;
    for (int b = fromB; b <= fromB + SIDE; b++) {
      int base = (b & Cells.MASK) * Cells.SIZE;
      for (int at = base + fromA; at < base + fromA + SIDE; at++) {
        most = heights[at] > most ? heights[at] : most;
        least = heights[at] < least ? heights[at] : least;
      }
      float beside = heights[base + ((fromA + SIDE) & Cells.MASK)];
      most = beside > most ? beside : most;
      least = beside < least ? beside : least;
    }
    highest[tile] = most;
    lowest[tile] = least;
  }

  /**
   * How the tiles of a small rectangle of cells are seen to lie to places between two heights: {@link #BELOW} all of them,
   * {@link #ABOVE} all of them, or neither.
   */
  int lie(float least, float most, int fromA, int fromB, int toA, int toB) {
    int firstA = fromA >> TILE_BITS;
    int lastA = toA >> TILE_BITS;
    int firstB = fromB >> TILE_BITS;
    int lastB = toB >> TILE_BITS;
    if ((lastA - firstA + 1) * (lastB - firstB + 1) > TILES_MAX) {
      return MIXED;
    }
    int found = BELOW | ABOVE;
    for (int b = firstB; b <= lastB; b++) {
      for (int a = firstA; a <= lastA; a++) {
        int tile = tile(a, b);
        found &= (highest[tile] > least ? 0 : BELOW) | (lowest[tile] > most ? ABOVE : 0);
        if (found == MIXED) {
          return MIXED;
        }
      }
    }
    return found;
  }
}
