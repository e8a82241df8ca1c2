package io.camber.perception.lidar;

/**
 * Points of one sweep in {@code base_link} at the end of the sweep, as parallel arrays that grow and are reused. Owned by
 * one detector; the stages of the chain write into it in turn.
 */
final class PointCloud {
  float[] x = new float[0];
  float[] y = new float[0];
  float[] z = new float[0];

  /** How long before the end of the sweep it was measured. */
  float[] ageS = new float[0];

  /** Height above the estimated ground; written by the ground stage. */
  float[] height = new float[0];

  /** Number of the point in the sweep; true until points are moved. */
  int[] source = new int[0];

  /** Rank of the {@link io.camber.perception.Surface} below; written by the region stage. */
  byte[] surface = new byte[0];

  int size;

  void reset(int capacity) {
    size = 0;
    if (capacity > x.length) {
      int grown = Math.max(capacity, x.length * 2);
      x = new float[grown];
      y = new float[grown];
      z = new float[grown];
      ageS = new float[grown];
      height = new float[grown];
      source = new int[grown];
      surface = new byte[grown];
    }
  }

  void add(float px, float py, float pz, float age, int number) {
    x[size] = px;
    y[size] = py;
    z[size] = pz;
    ageS[size] = age;
    source[size] = number;
    size++;
  }

  /** Moves point {@code from} to slot {@code to}, for filters that keep a subset in order. */
  void move(int from, int to) {
    x[to] = x[from];
    y[to] = y[from];
    z[to] = z[from];
    ageS[to] = ageS[from];
    height[to] = height[from];
    surface[to] = surface[from];
  }
}
