package io.camber.perception.camera.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Windows as a booster sees them: every feature of the pool in one of 256 steps, one feature after the other. */
final class SampleSet {
  static final int STEPS = 256;

  private static final float GREY_OFFSET = 128.0f;
  private static final float MAGNITUDE_SCALE = 40.0f;
  private static final float ORIENTATION_SCALE = 80.0f;

  private final List<Feature> pool;
  private final byte[][] steps;
  private boolean[] bodies = new boolean[0];
  private int size;

  SampleSet(List<Feature> pool) {
    this.pool = pool;
    this.steps = new byte[pool.size()][0];
  }

  List<Feature> pool() {
    return pool;
  }

  int size() {
    return size;
  }

  byte[] steps(int feature) {
    return steps[feature];
  }

  boolean isBody(int sample) {
    return bodies[sample];
  }

  void add(ChannelImage image, Window window, boolean isBody) {
    if (size == bodies.length) {
      int capacity = Math.max(1024, 2 * size);
      bodies = Arrays.copyOf(bodies, capacity);
      for (int i = 0; i < steps.length; i++) {
        steps[i] = Arrays.copyOf(steps[i], capacity);
      }
    }
    bodies[size] = isBody;
    for (int i = 0; i < steps.length; i++) {
      steps[i][size] = (byte) step(pool.get(i).channel(), pool.get(i).value(image, window));
    }
    size++;
  }

  private static int step(int channel, float value) {
    return Math.max(0, Math.min(STEPS - 1, (int)
        Math.floor(value * scale(channel) + offset(channel))));
  }

  /** The least value of a step. */
  static float cut(int channel, int step) {
    return (step - offset(channel)) / scale(channel);
  }

  private static float scale(int channel) {
    return channel < ChannelImage.MAGNITUDE
        ? 1.0f
        : channel == ChannelImage.MAGNITUDE ? MAGNITUDE_SCALE : ORIENTATION_SCALE;
  }

  private static float offset(int channel) {
    return channel < ChannelImage.MAGNITUDE ? GREY_OFFSET : 0.0f;
  }

  /** Number of the samples that hold a body. */
  int bodies() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += bodies[i] ? 1 : 0;
    }
    return count;
  }

  /** Draws features that are all different. */
  static List<Feature> randomPool(int count, java.util.Random random) {
    List<Feature> pool = new ArrayList<>();
    while (pool.size() < count) {
      Feature feature = Feature.random(random);
      if (!pool.contains(feature)) {
        pool.add(feature);
      }
    }
    return pool;
  }
}
