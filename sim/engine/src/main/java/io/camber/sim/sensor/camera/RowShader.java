package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Pattern;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.sensor.camera.raster.Drawing;
import io.camber.sim.sensor.camera.raster.ShadowMap;
import io.camber.sim.sensor.camera.raster.ViewPose;
import java.util.Arrays;

/**
 * Colours a drawing row by row: where each pixel's ray ends, how much sun arrives there, how the surface varies, and the
 * colour of all that in the air. Each step runs over the row, or over a run of pixels that show the same triangle. Owned by
 * one thread.
 */
final class RowShader {
  private static final int CHANNELS = 3;

  private final Lens lens;
  private final Drawing drawing;
  private final ShadowMap shadows;
  private final Lamps lamps;
  private final Facets facets = new Facets();
  private final Sky sky;
  private final Haze haze = new Haze();
  private final float[] shadowMap = new float[12];
  private Light light;

  private final int width;
  /** First pixel of each run and behind the last, and the triangle that each shows. */
  private final int[] runStart;

  private final int[] runId;
  private int runCount;
  private final float[] inverse;
  private final RowPlaces places;
  private final RowColors colors;
  private final Windows windows;

  RowShader(Lens lens, Drawing drawing, ShadowMap shadows, Lamps lamps, Light light) {
    this.lens = lens;
    this.drawing = drawing;
    this.shadows = shadows;
    this.lamps = lamps;
    this.light = light;
    haze.set(light.hazeM);
    sky = new Sky(lens);
    width = lens.width();
    runStart = new int[width + 1];
    runId = new int[width];
    inverse = new float[width];
    places = new RowPlaces(lens);
    colors = new RowColors(width);
    windows = new Windows(places, colors);
  }

  /** Begins an image of a finished drawing. */
  void start(Light newest, ViewPose view) {
    if (newest != light) {
      light = newest;
      haze.set(light.hazeM);
    }
    if (shadows.shines()) {
      shadows.coefficients(view.x(), view.y(), view.z(), shadowMap);
    }
    facets.start(drawing.drawnCount(), light, shadowMap);
    sky.start(light, haze);
  }

  /** Colours one row and fills its part of the depths. */
  void shade(int row, Instance[] instances, ViewPose view, Layers layers, Imager imager) {
    look(row);
    compute(instances);
    places.reach(row, inverse, view);
    if (shadows.shines()) {
      places.below(shadowMap);
    }
    haze.fill(places.depth, colors.veil);
    color(row, view);
    colors.hide(light.veil);
    dry();
    colors.store(row * width, imager);
    if (light.night > 0.0f) {
      lamplight(row, view, imager);
    }
    copyDepth(row, layers);
  }

  /** Which triangles the row shows, and how near each pixel is. */
  private void look(int row) {
    int base = row * width;
    float[] nearness = drawing.inverseDepths();
    int[] triangles = drawing.triangles();
    int[] index = lens.drawingIndices();
    runCount = 0;
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < width; i++) {
      int at = index[base + i];
      inverse[i] = nearness[at];
      int id = triangles[at];
      if (id != last) {
        last = id;
        runStart[runCount] = i;
        runId[runCount++] = id;
      }
    }
    runStart[runCount] = width;
  }

  private void compute(Instance[] instances) {
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      if (id >= 0 && !facets.isReady(id)) {
        facets.compute(id, drawing, instances[drawing.instance(id)]);
      }
    }
  }

  /** Fills a row's part of the classes and instances, which colours do not need; it must have been shaded. */
  void label(int row, Layers layers) {
    look(row);
    int base = row * width;
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      byte label = SceneLabel.SKY.index();
      short number = -1;
      if (id >= 0) {
        number = (short) drawing.instance(id);
        label = facets.label(id);
      }
      Arrays.fill(layers.classes, base + runStart[run], base + runStart[run + 1], label);
      Arrays.fill(layers.instances, base + runStart[run], base + runStart[run + 1], number);
    }
  }

  /** The colour of each run before air and lamps. */
  private void color(int row, ViewPose view) {
    for (int run = 0; run < runCount; run++) {
      if (runId[run] >= 0) {
        surface(run, view);
      } else {
        beyond(run, row, view);
      }
    }
  }

  /** Pixels that show one triangle. */
  private void surface(int run, ViewPose view) {
    int from = runStart[run];
    int to = runStart[run + 1];
    int id = runId[run];
    float[] values = facets.values();
    int at = Facets.SIZE * id;
    if (light.isClear && facets.isLamp(id)) {
      Arrays.fill(colors.veil, from, to, 0.0f);
    }
    boolean isShaded = shadows.shines() && values[at + Facets.SUN] <= 0.0f;
    float lit = isShaded ? 0.0f : 1.0f;
    boolean isEven = true;
    if (shadows.shines() && !isShaded) {
      isEven = shadows.light(
          from,
          to,
          places.shadowA,
          places.shadowB,
          places.shadowZ,
          values,
          at + Facets.LIFT,
          colors.sun);
    } else {
      Arrays.fill(colors.sun, from, to, lit);
    }
    Pattern kind = facets.pattern(id);
    Texture.fill(
        kind,
        from,
        to,
        places.squareX,
        places.squareY,
        places.squareZ,
        places.fading,
        colors.pattern);
    if (isEven) {
      colors.even(from, to, values, at, lit);
    } else {
      colors.uneven(from, to, values, at);
    }
    if (kind == Pattern.WINDOWS) {
      windows.paint(from, to, values, at, view, light);
    }
  }

  /** A run of sky, or of land too far to be drawn. */
  private void beyond(int run, int row, ViewPose view) {
    int from = runStart[run];
    int to = runStart[run + 1];
    sky.prepare(row, from, to, view);
    for (int channel = 0; channel < CHANNELS; channel++) {
      sky.fill(row, from, to, places.z, channel, colors.channel(channel));
    }
    Arrays.fill(colors.veil, from, to, 0.0f);
  }

  private void dry() {
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      if (id >= 0 && facets.pattern(id) == Pattern.GRASS) {
        colors.dry(runStart[run], runStart[run + 1], facets.values(), Facets.SIZE * id, places);
      }
    }
  }

  /** What lamps add to surfaces and to the air. */
  private void lamplight(int row, ViewPose view, Imager imager) {
    int base = row * width;
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      for (int i = runStart[run]; i < runStart[run + 1]; i++) {
        if (id < 0) {
          glowOfAir(base, i, 1.0f, imager);
        } else {
          if (!facets.isLamp(id)) {
            lamplight(base, i, id, view, imager);
          }
          glowOfAir(base, i, Math.min(1.0f, places.depth[i] / 25.0f), imager);
        }
      }
    }
  }

  private void lamplight(int base, int i, int id, ViewPose view, Imager imager) {
    float[] v = facets.values();
    int at = Facets.SIZE * id;
    float depth = places.depth[i];
    lamps.light(
        view.x() + depth * places.x[i],
        view.y() + depth * places.y[i],
        view.z() + depth * places.z[i],
        v[at + Facets.NORMAL],
        v[at + Facets.NORMAL + 1],
        v[at + Facets.NORMAL + 2],
        facets.surface(id).retro());
    float left = 1.0f - colors.veil[i];
    float white = left * light.night * lamps.white();
    float warm = left * light.night * lamps.warm();
    float factor = colors.pattern[i];
    imager.add(
        base + i,
        (v[at] * factor + v[at + Facets.COVER]) * (white + warm),
        (v[at + 1] * factor + v[at + Facets.COVER + 1]) * (0.97f * white + 0.72f * warm),
        (v[at + 2] * factor + v[at + Facets.COVER + 2]) * (0.90f * white + 0.40f * warm));
  }

  /** Headlamps light up fog, rain and snow in front of the car. */
  private void glowOfAir(int base, int i, float share, Imager imager) {
    float scale = 1.0f / places.length(i);
    float glow = share
        * lamps.airGlow(scale * places.x[i], scale * places.y[i], scale * places.z[i])
        * light.night;
    imager.add(base + i, glow, 0.97f * glow, 0.9f * glow);
  }

  private void copyDepth(int row, Layers layers) {
    int base = row * width;
    if (lens.isFlat()) {
      System.arraycopy(places.depth, 0, layers.depthM, base, width);
      return;
    }
    for (int i = 0; i < width; i++) {
      layers.depthM[base + i] = places.depth[i] * places.length(i);
    }
  }
}
