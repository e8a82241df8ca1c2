package io.camber.sim.sensor.camera;

import io.camber.sim.sensor.camera.raster.ViewPose;

/**
 * What lamps add to a row of pixels: light on surfaces, and the glow of the air. Both are computed at every {@value #STEP}th pixel and
 * lie on a line between. Owned by one thread.
 */
final class Lamplight {
  private static final int STEP = 4;
  /** Air within this distance does not glow as much as it would. */
  private static final float DEEP_M = 25.0f;

  private final Lamps lamps;
  private final RowPlaces places;
  private final RowColors colors;
  private final float[] white;
  private final float[] warm;
  private final float[] glow;
  private float night;

  Lamplight(Lamps lamps, RowPlaces places, RowColors colors, int width) {
    this.lamps = lamps;
    this.places = places;
    this.colors = colors;
    white = new float[width];
    warm = new float[width];
    glow = new float[width];
  }

  /** Begins a row. */
  void start(Light light) {
    night = light.night;
  }

  /** Adds light to a run of pixels of a surface whose values are those of {@link Facets}. */
  void add(int from, int to, float[] v, int at, float retro, ViewPose view) {
    shine(from, v, at, retro, view);
    for (int start = from; start < to - 1; start += STEP) {
      int end = Math.min(to - 1, start + STEP);
      shine(end, v, at, retro, view);
      between(white, start, end);
      between(warm, start, end);
    }
    for (int i = from; i < to; i++) {
      float left = (1.0f - colors.veil[i]) * night;
      float cold = left * white[i];
      float street = left * warm[i];
      float factor = colors.pattern[i];
      colors.red[i] += (v[at] * factor + v[at + Facets.COVER]) * (cold + street);
      colors.green[i] +=
          (v[at + 1] * factor + v[at + Facets.COVER + 1]) * (0.97f * cold + 0.72f * street);
      colors.blue[i] +=
          (v[at + 2] * factor + v[at + Facets.COVER + 2]) * (0.90f * cold + 0.40f * street);
    }
  }

  /** Light on one pixel's surface. */
  private void shine(int i, float[] v, int at, float retro, ViewPose view) {
    float depth = places.depth[i];
    lamps.light(
        view.x() + depth * places.x[i],
        view.y() + depth * places.y[i],
        view.z() + depth * places.z[i],
        v[at + Facets.NORMAL],
        v[at + Facets.NORMAL + 1],
        v[at + Facets.NORMAL + 2],
        retro);
    white[i] = lamps.white();
    warm[i] = lamps.warm();
  }

  private static void between(float[] values, int start, int end) {
    float slope = (values[end] - values[start]) / (end - start);
    for (int i = start + 1; i < end; i++) {
      values[i] = values[start] + (i - start) * slope;
    }
  }

  /** Headlamps light up fog, rain and snow in front of the car. */
  void addGlow() {
    int last = glow.length - 1;
    glow[0] = glowAt(0);
    for (int start = 0; start < last; start += STEP) {
      int end = Math.min(last, start + STEP);
      glow[end] = glowAt(end);
      between(glow, start, end);
    }
    for (int i = 0; i < glow.length; i++) {
      float share = night * Math.min(1.0f, places.depth[i] / DEEP_M) * glow[i];
      colors.red[i] += share;
      colors.green[i] += 0.97f * share;
      colors.blue[i] += 0.9f * share;
    }
  }

  private float glowAt(int i) {
    float scale = 1.0f / places.length(i);
    return lamps.airGlow(scale * places.x[i], scale * places.y[i], scale * places.z[i]);
  }
}
