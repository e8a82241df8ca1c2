package io.camber.sim.sensor.camera;

/**
 * Light that optics spread from each pixel to the ones beside, above and below it, row by row. All arrays of a loop are
 * counted from the same place, for Java makes vector instructions of no other. Owned by one thread.
 */
final class PointSpread {
  /** Share of a point's light that stays in its own pixel, in each direction. */
  private static final float CORE = 0.72f;

  private static final float SIDE = 0.5f * (1.0f - CORE);
  /** A full pixel gives its neighbours no more than a full pixel's share. */
  private static final float FULL = 3.0f;

  private final int width;
  private final float[] row;
  /** What the pixel to the left of each gives, and the one to its right. */
  private final float[] left;

  private final float[] right;

  PointSpread(int width) {
    this.width = width;
    row = new float[width];
    left = new float[width];
    right = new float[width];
  }

  /** Spreads a row of a plane sideways; {@code mayDazzle} tells whether some of its pixels may be more than full. */
  void sideways(float[] plane, int base, boolean mayDazzle, float[] out) {
    System.arraycopy(plane, base, row, 0, width);
    System.arraycopy(plane, base, left, 1, width - 1);
    System.arraycopy(plane, base + 1, right, 0, width - 1);
    left[0] = row[0];
    right[width - 1] = row[width - 1];
    if (mayDazzle) {
      limit(left);
      limit(right);
    }
    blend(row, left, right, out);
  }

  private static void limit(float[] light) {
    for (int i = 0; i < light.length; i++) {
      light[i] = Math.min(light[i], FULL);
    }
  }

  /** What is left in the middle, and what comes from both sides. */
  private static void blend(float[] middle, float[] one, float[] other, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = CORE * middle[i] + SIDE * (one[i] + other[i]);
    }
  }

  /** As {@link #blend}, of which {@code exposure} and the lens let a share through. */
  static void expose(
      float[] middle,
      float[] one,
      float[] other,
      float exposure,
      float[] transmission,
      float[] out) {
    for (int i = 0; i < out.length; i++) {
      float spread = CORE * middle[i] + SIDE * (one[i] + other[i]);
      out[i] = spread * exposure * transmission[i];
    }
  }
}
