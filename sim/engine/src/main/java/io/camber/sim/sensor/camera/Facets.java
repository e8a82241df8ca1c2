package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.Pattern;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.sim.sensor.camera.raster.Drawing;
import io.camber.sim.sensor.camera.shadow.ShadowMap;
import io.camber.truth.Weather;
import java.util.Arrays;

/**
 * What is the same all over a drawn triangle: its colour under the cover of the weather, the light that falls on it with and
 * without the sun, its gloss. Computed when a pixel first shows the triangle. Linear RGB where 1 is white paper in the
 * shade's middle grey. Owned by one thread.
 *
 * <pre>
 *  values[SIZE f + ALBEDO ..]   colour; the pattern multiplies it
 *             ... + COVER       snow on it and panes behind it, which no pattern touches
 *             ... + SHADE       light from sky and ground
 *             ... + SUN         light that the sun adds where it reaches
 *             ... + GLOSS       mirrored sky
 *             ... + NORMAL      unit normal in the map frame, towards the camera
 *             ... + LIFT        step along the normal in the shadow map's coordinates
 * </pre>
 */
final class Facets {
  static final int SIZE = 24;
  static final int ALBEDO = 0;
  static final int COVER = 3;
  static final int SHADE = 6;
  static final int SUN = 9;
  static final int GLOSS = 12;
  static final int NORMAL = 15;
  static final int LIFT = 18;

  private static final float LAMP_GAIN = 2.6f;
  private static final float NIGHT_LAMP_GAIN = 9.0f;

  private static final float[] SNOW = {0.80f, 0.82f, 0.86f};

  private float[] values = new float[SIZE * 8192];
  private boolean[] ready = new boolean[8192];
  private Pattern[] patterns = new Pattern[8192];
  private Surface[] surfaces = new Surface[8192];
  private boolean[] lamps = new boolean[8192];
  private byte[] labels = new byte[8192];
  private final float[] shadowMap = new float[12];
  private Light light = Light.of(Weather.CLEAR);

  /** Forgets all triangles; the next ones lie in this light and below this map of shadows. */
  void start(int count, Light newest, float[] shadowCoefficients) {
    if (ready.length < count) {
      int capacity = Math.max(count, 2 * ready.length);
      values = new float[SIZE * capacity];
      ready = new boolean[capacity];
      patterns = new Pattern[capacity];
      surfaces = new Surface[capacity];
      lamps = new boolean[capacity];
      labels = new byte[capacity];
    }
    Arrays.fill(ready, 0, count, false);
    light = newest;
    System.arraycopy(shadowCoefficients, 0, shadowMap, 0, shadowMap.length);
  }

  float[] values() {
    return values;
  }

  boolean isReady(int facet) {
    return ready[facet];
  }

  Pattern pattern(int facet) {
    return patterns[facet];
  }

  Surface surface(int facet) {
    return surfaces[facet];
  }

  /** True for a lamp that shines: its light is its colour. */
  boolean isLamp(int facet) {
    return lamps[facet];
  }

  /** Index of what it truly is. */
  byte label(int facet) {
    return labels[facet];
  }

  /** Computes a triangle that the drawing shows. */
  void compute(int facet, Drawing drawing, Instance instance) {
    Surface surface = drawing.surface(facet);
    int at = SIZE * facet;
    ready[facet] = true;
    surfaces[facet] = surface;
    labels[facet] = instance.label().orElse(surface.label()).index();
    lamps[facet] = (instance.lit() & surface.bit()) != 0L;
    if (lamps[facet]) {
      patterns[facet] = Pattern.PLAIN;
      Arrays.fill(values, at, at + SIZE, 0.0f);
      for (int c = 0; c < 3; c++) {
        values[at + ALBEDO + c] = glow(surface, c);
        values[at + SHADE + c] = 1.0f;
      }
      return;
    }
    patterns[facet] = surface.pattern();
    normal(facet, drawing, instance);
    float nz = values[at + NORMAL + 2];
    albedo(surface, instance.paint(), at);
    cover(surface, nz, at);
    panes(facet);
    float facing = Math.max(0.0f, (float)
        (values[at + NORMAL] * light.x + values[at + NORMAL + 1] * light.y + nz * light.z));
    float sky = 0.55f + 0.45f * nz;
    float bounce = light.isClear ? 0.10f * (1.0f - nz) : 0.14f * light.ambient[1] * (1.0f - nz);
    // A smooth coat mirrors some sky.
    float gloss = surface == Surface.GLASS ? 0.30f : surface == Surface.PAINT ? 0.07f : 0.0f;
    gloss *= Math.max(0.0f, Math.min(1.0f, 0.45f + 0.8f * nz));
    for (int c = 0; c < 3; c++) {
      values[at + SHADE + c] = light.ambient[c] * sky + bounce;
      values[at + SUN + c] = light.direct[c] * facing;
      values[at + GLOSS + c] = gloss * light.horizon[c];
    }
  }

  private void normal(int facet, Drawing drawing, Instance instance) {
    float[] normals = instance.mesh().unitNormals();
    int from = 3 * drawing.source(facet);
    float side = drawing.isBack(facet) ? -1.0f : 1.0f;
    int at = SIZE * facet;
    for (int axis = 0; axis < 3; axis++) {
      values[at + NORMAL + axis] = side
          * (float) (instance.rotation(3 * axis) * normals[from]
              + instance.rotation(3 * axis + 1) * normals[from + 1]
              + instance.rotation(3 * axis + 2) * normals[from + 2]);
    }
    for (int k = 0; k < 3; k++) {
      values[at + LIFT + k] = shadowMap[4 * k] * values[at + NORMAL]
          + shadowMap[4 * k + 1] * values[at + NORMAL + 1]
          + shadowMap[4 * k + 2] * values[at + NORMAL + 2];
    }
    float lift = ShadowMap.liftM(values, at + LIFT);
    for (int k = 0; k < 3; k++) {
      values[at + LIFT + k] *= lift;
    }
  }

  private void albedo(Surface surface, Paint paint, int at) {
    boolean tinted = surface.isTinted();
    values[at + ALBEDO] = tinted ? paint.red() : surface.red();
    values[at + ALBEDO + 1] = tinted ? paint.green() : surface.green();
    values[at + ALBEDO + 2] = tinted ? paint.blue() : surface.blue();
  }

  /** Water darkens a road, snow covers what lies flat. */
  private void cover(Surface surface, float nz, int at) {
    boolean isRoad = surface.label() == SceneLabel.ROAD || surface.label() == SceneLabel.MARKING;
    float wet = isRoad ? 1.0f - 0.42f * light.wetness : 1.0f;
    float snow = light.snow > 0.0f && nz > 0.5f
        ? light.snow * (isRoad ? 0.45f : 0.9f) * (nz - 0.5f) * 2.0f
        : 0.0f;
    for (int c = 0; c < 3; c++) {
      values[at + ALBEDO + c] *= wet * (1.0f - snow);
      values[at + COVER + c] = snow * SNOW[c];
    }
  }

  /** A wall's pattern is its share of wall: the panes are what is left where it is 0. */
  private void panes(int facet) {
    if (patterns[facet] != Pattern.WINDOWS) {
      return;
    }
    int at = SIZE * facet;
    for (int c = 0; c < 3; c++) {
      values[at + ALBEDO + c] -= Windows.PANE[c];
      values[at + COVER + c] += Windows.PANE[c];
    }
  }

  private float glow(Surface surface, int channel) {
    float gain = surface == Surface.TAILLAMP ? 1.1f : LAMP_GAIN;
    gain /= 1.0f + NIGHT_LAMP_GAIN * light.night;
    return gain
        * switch (channel) {
          case 0 -> surface == Surface.LAMP_GREEN ? 0.02f : 1.0f;
          case 1 ->
            switch (surface) {
              case LAMP_RED, TAILLAMP -> 0.02f;
              case LAMP_GREEN -> 0.95f;
              case HEADLAMP -> 1.0f;
              default -> 0.46f;
            };
          default ->
            switch (surface) {
              case LAMP_GREEN -> 0.42f;
              case HEADLAMP -> 0.95f;
              default -> 0.015f;
            };
        };
  }
}
