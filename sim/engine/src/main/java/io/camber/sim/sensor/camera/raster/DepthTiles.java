package io.camber.sim.sensor.camera.raster;

import java.util.Arrays;

/**
 * What is certainly hidden: for each tile of {@value #SIDE} x {@value #SIDE} pixels the least inverse depth that is drawn there. As
 * inverse depths only grow while an image is drawn, a bound that was true stays true; it is taken anew where it does not suffice,
 * once in each stage of the drawing. Owned by one thread.
 */
final class DepthTiles {
  private static final int BITS = 3;
  static final int SIDE = 1 << BITS;

  private final int width;
  private final int height;
  private final int columns;
  private final float[] least;
  /** The stage in which each tile was looked at last. */
  private final int[] looked;

  private int stage;

  DepthTiles(int width, int height) {
    this.width = width;
    this.height = height;
    columns = (width + SIDE - 1) >> BITS;
    least = new float[columns * ((height + SIDE - 1) >> BITS)];
    looked = new int[least.length];
  }

  /** Forgets the bounds of an older drawing. */
  void clear() {
    Arrays.fill(least, 0.0f);
    nextStage();
  }

  /** Enough has been drawn for another look to be worth it. */
  void nextStage() {
    stage++;
  }

  /**
   * True when everything in a rectangle of pixels, both ends included and cut at the image's rim, has more inverse depth than
   * {@code inverse}.
   *
   * @param drawn inverse depths, the face's first one at {@code base}
   */
  boolean hide(int left, int top, int right, int bottom, float inverse, float[] drawn, int base) {
    int lastRow = Math.min(height - 1, bottom) >> BITS;
    int lastColumn = Math.min(width - 1, right) >> BITS;
    for (int row = Math.max(0, top) >> BITS; row <= lastRow; row++) {
      for (int column = Math.max(0, left) >> BITS; column <= lastColumn; column++) {
        int tile = row * columns + column;
        if (least[tile] > inverse) {
          continue;
        }
        if (looked[tile] == stage) {
          return false;
        }
        looked[tile] = stage;
        least[tile] = leastOf(column << BITS, row << BITS, drawn, base);
        if (!(least[tile] > inverse)) {
          return false;
        }
      }
    }
    return true;
  }

  private float leastOf(int fromColumn, int fromRow, float[] drawn, int base) {
    int endColumn = Math.min(width, fromColumn + SIDE);
    int endRow = Math.min(height, fromRow + SIDE);
    float least = Float.POSITIVE_INFINITY;
    for (int row = fromRow; row < endRow; row++) {
      int rowBase = base + row * width;
      for (int at = rowBase + fromColumn; at < rowBase + endColumn; at++) {
        if (drawn[at] < least) {
          least = drawn[at];
        }
      }
      if (least == 0.0f) {
        return 0.0f;
      }
    }
    return least;
  }
}
