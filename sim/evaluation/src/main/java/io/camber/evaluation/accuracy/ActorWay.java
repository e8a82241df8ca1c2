package io.camber.evaluation.accuracy;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where one actor was, at rising times. */
final class ActorWay {
  private long[] timesNs = new long[64];
  private double[] x = new double[64];
  private double[] y = new double[64];
  private int size;
  private double lastYaw;

  void add(long timeNs, Pose2 pose) {
    if (size == timesNs.length) {
      timesNs = Arrays.copyOf(timesNs, 2 * size);
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    timesNs[size] = timeNs;
    x[size] = pose.x();
    y[size] = pose.y();
    lastYaw = pose.yaw();
    size++;
  }

  /** Linear between samples; null outside of them. */
  @Nullable
  Vec2 at(long timeNs) {
    if (size == 0 || timeNs < timesNs[0] || timeNs > timesNs[size - 1]) {
      return null;
    }
    int before = lastBy(timeNs);
    if (before == size - 1) {
      return new Vec2(x[before], y[before]);
    }
    double share = (double) (timeNs - timesNs[before]) / (timesNs[before + 1] - timesNs[before]);
    return new Vec2(
        x[before] + (x[before + 1] - x[before]) * share,
        y[before] + (y[before + 1] - y[before]) * share);
  }

  /** The last sample by a time within all, looked for where it is when all are equally far apart. */
  private int lastBy(long timeNs) {
    double span = timesNs[size - 1] - timesNs[0];
    int i = span == 0.0 ? 0 : (int) ((timeNs - timesNs[0]) / span * (size - 1));
    while (i > 0 && timesNs[i] > timeNs) {
      i--;
    }
    while (i + 1 < size && timesNs[i + 1] <= timeNs) {
      i++;
    }
    return i;
  }

  double lastYaw() {
    return lastYaw;
  }
}
