package io.camber.perception.lidar;

import java.util.Arrays;

/**
 * What hangs between the sensor and the upper part of a cluster, such as the twigs of a fir before a walker of whom only the legs
 * show below them: the height of such a cluster is no more than a lower bound. Scratch of one detector, refilled per sweep.
 */
final class Curtain {
  /** How far above the highest return, rad, the beam that should have met more of it passes: one or two beams. */
  private static final double NEXT_BEAM = 0.02;

  /** Share of the directions in which it must hang. */
  private static final double SHARE = 0.5;

  /** Ranges that differ by less belong to one surface. */
  private static final double SEPARATION_M = 0.8;

  private static final float NOTHING = Float.NEGATIVE_INFINITY;

  private final int[] start = new int[RangeHorizon.BINS + 1];
  private final int[] next = new int[RangeHorizon.BINS];
  private final float[] top = new float[RangeHorizon.BINS];
  private final float[] nearest = new float[RangeHorizon.BINS];
  private float[] range = new float[0];
  private float[] slope = new float[0];
  private int[] bin = new int[0];
  private RangeHorizon horizon = new RangeHorizon();
  private double sensorZ;

  Curtain() {
    Arrays.fill(top, NOTHING);
  }

  /**
   * Takes over the obstacles of one sweep, in order of their directions.
   *
   * @param sensorZM height of the sensor in {@code base_link}
   */
  void hang(PointCloud cloud, RangeHorizon seen, double sensorZM) {
    horizon = seen;
    sensorZ = sensorZM;
    if (range.length < cloud.size) {
      range = new float[cloud.x.length];
      slope = new float[cloud.x.length];
      bin = new int[cloud.x.length];
    }
    Arrays.fill(start, 0);
    for (int i = 0; i < cloud.size; i++) {
      bin[i] = seen.bin(cloud.x[i], cloud.y[i]);
      start[bin[i] + 1]++;
    }
    for (int b = 0; b < RangeHorizon.BINS; b++) {
      start[b + 1] += start[b];
      next[b] = start[b];
    }
    for (int i = 0; i < cloud.size; i++) {
      int slot = next[bin[i]]++;
      range[slot] = seen.range(cloud.x[i], cloud.y[i]);
      slope[slot] = (float) ((cloud.z[i] - sensorZ) / Math.max(0.1f, range[slot]));
    }
  }

  /** Whether something nearer hangs right above what is seen, in at least half of the directions in which it is. */
  boolean hidesTopOf(Cluster cluster) {
    for (int i = 0; i < cluster.size(); i++) {
      int b = horizon.bin(cluster.x[i], cluster.y[i]);
      float r = horizon.range(cluster.x[i], cluster.y[i]);
      float up = (float) ((cluster.bottomZ + cluster.height[i] - sensorZ) / Math.max(0.1f, r));
      nearest[b] = top[b] == NOTHING ? r : Math.min(nearest[b], r);
      top[b] = Math.max(top[b], up);
    }
    int directions = 0;
    int hidden = 0;
    for (int i = 0; i < cluster.size(); i++) {
      int b = horizon.bin(cluster.x[i], cluster.y[i]);
      if (top[b] != NOTHING) {
        directions++;
        hidden += hangsAbove(b) ? 1 : 0;
        top[b] = NOTHING;
      }
    }
    return hidden >= SHARE * directions;
  }

  private boolean hangsAbove(int b) {
    for (int k = start[b]; k < start[b + 1]; k++) {
      boolean isNextBeam = slope[k] > top[b] && slope[k] < top[b] + NEXT_BEAM;
      if (isNextBeam && range[k] < nearest[b] - SEPARATION_M) {
        return true;
      }
    }
    return false;
  }
}
