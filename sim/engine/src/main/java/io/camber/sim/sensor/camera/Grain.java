package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import io.camber.sim.sensor.camera.raster.Floats;

/** A seamless square of smooth noise with several octaves, looked up instead of computed; mean about 0. */
final class Grain {
  private static final int SIZE = 256;
  private static final int MASK = SIZE - 1;
  private static final float[] VALUES = make();

  private Grain() {}

  /** In about [-1, 1]; one cell of the square for each unit. */
  static float at(float x, float y) {
    return VALUES[((int) Math.floor(y) & MASK) * SIZE + ((int) Math.floor(x) & MASK)];
  }

  /** The value of a cell whose numbers lie in [0, 256). */
  static float cell(int column, int row) {
    return VALUES[row * SIZE + column];
  }

  /** As {@link #at}, blended between the four cells around. */
  static float smooth(float x, float y) {
    int ix = Floats.floor(x);
    int iy = Floats.floor(y);
    float fx = x - ix;
    float fy = y - iy;
    int left = ix & MASK;
    int right = (ix + 1) & MASK;
    int low = (iy & MASK) * SIZE;
    int high = ((iy + 1) & MASK) * SIZE;
    float a = VALUES[low + left] + fx * (VALUES[low + right] - VALUES[low + left]);
    float b = VALUES[high + left] + fx * (VALUES[high + right] - VALUES[high + left]);
    return a + fy * (b - a);
  }

  private static float[] make() {
    float[] values = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        float sum = 0.0f;
        float weight = 0.5f;
        for (int cell = 16; cell >= 1; cell /= 4) {
          sum += weight * wrapped(x, y, cell);
          weight *= 0.6f;
        }
        values[y * SIZE + x] = sum;
      }
    }
    return values;
  }

  private static float wrapped(int x, int y, int cell) {
    int cells = SIZE / cell;
    int ix = x / cell;
    int iy = y / cell;
    float fx = (x % cell) / (float) cell;
    float fy = (y % cell) / (float) cell;
    float a = knot(ix, iy, cells, cell);
    float b = knot(ix + 1, iy, cells, cell);
    float c = knot(ix, iy + 1, cells, cell);
    float d = knot(ix + 1, iy + 1, cells, cell);
    float low = a + fx * (b - a);
    float high = c + fx * (d - c);
    return low + fy * (high - low);
  }

  private static float knot(int x, int y, int cells, int cell) {
    return 2.0f * Hash.lattice(x % cells + 977 * cell, y % cells) - 1.0f;
  }
}
