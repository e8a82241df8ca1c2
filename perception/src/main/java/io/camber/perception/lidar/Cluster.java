package io.camber.perception.lidar;

import io.camber.perception.Surface;
import java.util.Arrays;
import java.util.Optional;

/**
 * The points of one object candidate, copied out of the cloud, with what can be said before a rectangle is fitted.
 * Package-internal bulk value: the arrays are never changed after construction.
 */
final class Cluster {
  final float[] x;
  final float[] y;
  final float[] height;
  final byte[] surface;
  final double bottomZ;

  /** Mean time from the measurement to the end of the sweep. */
  final double ageS;

  final double heightMin;
  final double heightMax;
  final double centroidX;
  final double centroidY;

  /** Share of points over the road proper. */
  final double roadShare;

  private Cluster(
      float[] x, float[] y, float[] height, byte[] surface, double bottomZ, double ageS) {
    this.x = x;
    this.y = y;
    this.height = height;
    this.surface = surface;
    this.bottomZ = bottomZ;
    this.ageS = ageS;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sumX = 0.0;
    double sumY = 0.0;
    int onRoad = 0;
    for (int i = 0; i < x.length; i++) {
      low = Math.min(low, height[i]);
      high = Math.max(high, height[i]);
      sumX += x[i];
      sumY += y[i];
      onRoad += surface[i] == Surface.ROAD.rank() ? 1 : 0;
    }
    heightMin = low;
    heightMax = high;
    centroidX = sumX / x.length;
    centroidY = sumY / x.length;
    roadShare = (double) onRoad / x.length;
  }

  /** Copies the points {@code members[from] .. members[to - 1]}, at least one. */
  static Cluster of(PointCloud cloud, int[] members, int from, int to) {
    int n = to - from;
    float[] x = new float[n];
    float[] y = new float[n];
    float[] height = new float[n];
    byte[] surface = new byte[n];
    double groundSum = 0.0;
    double ageSum = 0.0;
    for (int k = 0; k < n; k++) {
      int i = members[from + k];
      x[k] = cloud.x[i];
      y[k] = cloud.y[i];
      height[k] = cloud.height[i];
      surface[k] = cloud.surface[i];
      groundSum += cloud.z[i] - cloud.height[i];
      ageSum += cloud.ageS[i];
    }
    return new Cluster(x, y, height, surface, groundSum / n, ageSum / n);
  }

  /** Both clusters as one. */
  Cluster with(Cluster other) {
    int n = x.length + other.x.length;
    double bottom = (bottomZ * x.length + other.bottomZ * other.x.length) / n;
    double age = (ageS * x.length + other.ageS * other.x.length) / n;
    return new Cluster(
        join(x, other.x),
        join(y, other.y),
        join(height, other.height),
        join(surface, other.surface),
        bottom,
        age);
  }

  /** The points whose coordinate along a direction lies in [from, to); empty arrays are never returned. */
  Optional<Cluster> slice(double dirX, double dirY, double from, double to) {
    int[] kept = new int[x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      double along = x[i] * dirX + y[i] * dirY;
      if (along >= from && along < to) {
        kept[n++] = i;
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(select(kept, n));
  }

  /** The points of the first {@code n} indices, at least one. */
  Cluster select(int[] kept, int n) {
    float[] px = new float[n];
    float[] py = new float[n];
    float[] ph = new float[n];
    byte[] ps = new byte[n];
    for (int k = 0; k < n; k++) {
      px[k] = x[kept[k]];
      py[k] = y[kept[k]];
      ph[k] = height[kept[k]];
      ps[k] = surface[kept[k]];
    }
    return new Cluster(px, py, ph, ps, bottomZ, ageS);
  }

  int size() {
    return x.length;
  }

  private static float[] join(float[] a, float[] b) {
    float[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }
}
