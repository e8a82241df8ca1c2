package io.camber.sim.sensor.camera.raster;

import java.util.Arrays;

/**
 * Runs of triangles from near to far: in bands of depth, eight to an octave, and within a band in the order in which they came. What is
 * near hides what is far. Owned by one thread.
 */
final class DrawingOrder {
  /** Bits of a float below its exponent and the three that follow. */
  private static final int BAND_BITS = 20;

  private static final int FIRST_BAND = band(ProjectedMesh.NEAR_M);
  private static final int BANDS = band(1024.0f) - FIRST_BAND + 1;

  private int count;
  private int[] instances = new int[2048];
  private int[] clusters = new int[2048];
  private byte[] bands = new byte[2048];
  private int[] order = new int[2048];
  private final int[] starts = new int[BANDS + 1];

  private static int band(float depth) {
    return Float.floatToRawIntBits(depth) >> BAND_BITS;
  }

  void clear() {
    count = 0;
  }

  void add(int instance, int cluster, float depth) {
    if (count == instances.length) {
      instances = Arrays.copyOf(instances, 2 * count);
      clusters = Arrays.copyOf(clusters, 2 * count);
      bands = Arrays.copyOf(bands, 2 * count);
      order = new int[2 * count];
    }
    instances[count] = instance;
    clusters[count] = cluster;
    float from = Math.max(ProjectedMesh.NEAR_M, depth);
    bands[count++] = (byte) Math.min(BANDS - 1, band(from) - FIRST_BAND);
  }

  /** Puts all that was added into its order. */
  void sort() {
    Arrays.fill(starts, 0);
    for (int i = 0; i < count; i++) {
      starts[bands[i] + 1]++;
    }
    for (int band = 1; band <= BANDS; band++) {
      starts[band] += starts[band - 1];
    }
    for (int i = 0; i < count; i++) {
      order[starts[bands[i]]++] = i;
    }
  }

  int count() {
    return count;
  }

  int instance(int place) {
    return instances[order[place]];
  }

  int cluster(int place) {
    return clusters[order[place]];
  }

  /** Number of the band of depth. */
  int band(int place) {
    return bands[order[place]];
  }
}
