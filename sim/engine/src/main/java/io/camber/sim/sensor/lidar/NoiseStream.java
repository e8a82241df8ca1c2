package io.camber.sim.sensor.lidar;

import io.camber.sim.scene.Hash;
import java.util.Random;

/**
 * Cheap random numbers for one firing after another (SplitMix64). Reseeded for each column, so that a point's noise depends
 * on the sensor's seed, the time and the column only.
 */
final class NoiseStream {
  private static final int TABLE_BITS = 14;
  private static final int MASK = (1 << TABLE_BITS) - 1;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** A sample of the normal distribution, made exactly standard: mean 0, variance 1. */
  private static final float[] GAUSSIAN = standardNormal();

  private long state;
  private long bits;

  void reseed(long seed) {
    state = seed;
  }

  /** Draws new bits for the accessors below. */
  void draw() {
    state += GOLDEN;
    bits = Hash.mix(state);
  }

  /** Standard normal. */
  float gaussian() {
    return GAUSSIAN[(int) bits & MASK];
  }

  /** Standard normal, independent of {@link #gaussian()}. */
  float secondGaussian() {
    return GAUSSIAN[(int) (bits >>> TABLE_BITS) & MASK];
  }

  /** Uniform in [0, 1), independent of both. */
  float unit() {
    return (bits >>> 40) * 0x1.0p-24f;
  }

  private static float[] standardNormal() {
    Random random = new Random(20231);
    int count = MASK + 1;
    double[] values = new double[count];
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
      sum += values[i];
    }
    double mean = sum / count;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double scale = 1.0 / Math.sqrt(squares / count);
    float[] table = new float[count];
    for (int i = 0; i < count; i++) {
      table[i] = (float) ((values[i] - mean) * scale);
    }
    return table;
  }
}
