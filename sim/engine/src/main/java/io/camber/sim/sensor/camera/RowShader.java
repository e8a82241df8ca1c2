package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Pattern;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.sensor.camera.raster.Drawing;
import io.camber.sim.sensor.camera.raster.ViewPose;
import io.camber.sim.sensor.camera.shadow.Exposure;
import io.camber.sim.sensor.camera.shadow.ShadowMap;
import java.util.Arrays;

/**
 * Colours a drawing row by row: where each pixel's ray ends, how much sun arrives there, how the surface varies, and the
 * colour of all that in the air. Each step runs over the row, or over a run of pixels that show the same triangle. Owned by
 * one thread.
 */
final class RowShader {
  /** Pixels of a run that are coloured one by one. */
  private static final int FEW = 3;

  private final Lens lens;
  private final Drawing drawing;
  private final ShadowMap shadows;
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
  private final Lamplight lamplight;

  RowShader(Lens lens, Drawing drawing, ShadowMap shadows, Lamps lamps, Light light) {
    this.lens = lens;
    this.drawing = drawing;
    this.shadows = shadows;
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
    lamplight = new Lamplight(lamps, places, colors, width);
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
    windows.start(view);
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
    if (light.night > 0.0f) {
      lamplight(view);
    }
    colors.store(row * width, imager);
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
    windows.startRow();
    for (int run = 0; run < runCount; run++) {
      if (runId[run] >= 0) {
        surface(run);
      } else {
        beyond(run, row, view);
      }
    }
  }

  /** Pixels that show one triangle. */
  private void surface(int run) {
    int from = runStart[run];
    int to = runStart[run + 1];
    int id = runId[run];
    float[] values = facets.values();
    int at = Facets.SIZE * id;
    if (light.isClear && facets.isLamp(id)) {
      Arrays.fill(colors.veil, from, to, 0.0f);
    }
    if (to - from <= FEW && isPlain(id)) {
      few(from, to, at);
      return;
    }
    Pattern kind = facets.pattern(id);
    Exposure exposure = expose(from, to, at);
    boolean isEven = exposure != Exposure.MIXED;
    float lit = exposure == Exposure.DARK ? 0.0f : 1.0f;
    boolean hasPanes =
        kind == Pattern.WINDOWS && windows.fill(from, to, values, at, colors.pattern);
    boolean isPlain = isEven && !kind.varies() && !hasPanes;
    if (!hasPanes && (!isPlain || light.night > 0.0f)) {
      Texture.fill(
          kind,
          from,
          to,
          places.squareX,
          places.squareY,
          places.squareZ,
          places.fading,
          colors.pattern);
    }
    if (isPlain) {
      colors.plain(from, to, values, at, lit);
    } else if (isEven) {
      colors.even(from, to, values, at, lit);
    } else {
      colors.uneven(from, to, values, at);
    }
    if (hasPanes && light.night > 0.5f) {
      windows.light(from, to, values, at, light);
    }
  }

  /** Finds the share of the sun's light along a run of one triangle. */
  private Exposure expose(int from, int to, int at) {
    float[] values = facets.values();
    if (!shadows.shines() || values[at + Facets.SUN] <= 0.0f) {
      Arrays.fill(colors.sun, from, to, shadows.shines() ? 0.0f : 1.0f);
      return shadows.shines() ? Exposure.DARK : Exposure.LIT;
    }
    return shadows.light(
        from,
        to,
        places.shadowA,
        places.shadowB,
        places.shadowZ,
        values,
        at + Facets.LIFT,
        colors.sun);
  }

  /** True when all of a triangle has one colour but for its shadows. */
  private boolean isPlain(int id) {
    return facets.pattern(id) == Pattern.PLAIN && light.night <= 0.0f;
  }

  /** So few pixels of one plain triangle that what prepares a run costs more than they do. */
  private void few(int from, int to, int at) {
    float[] values = facets.values();
    boolean isLit = !shadows.shines();
    boolean isShaded = !isLit && values[at + Facets.SUN] <= 0.0f;
    for (int i = from; i < to; i++) {
      float sun = isLit
          ? 1.0f
          : isShaded
              ? 0.0f
              : shadows.light(
                  places.shadowA[i] + values[at + Facets.LIFT],
                  places.shadowB[i] + values[at + Facets.LIFT + 1],
                  places.shadowZ[i] + values[at + Facets.LIFT + 2]);
      colors.plain(i, values, at, sun);
    }
  }

  /** A run of sky, or of land too far to be drawn. */
  private void beyond(int run, int row, ViewPose view) {
    int from = runStart[run];
    int to = runStart[run + 1];
    sky.prepare(row, from, to, view);
    sky.fill(row, from, to, places.z, colors);
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
  private void lamplight(ViewPose view) {
    lamplight.start(light);
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      if (id >= 0 && !facets.isLamp(id)) {
        float retro = facets.surface(id).retro();
        int at = Facets.SIZE * id;
        lamplight.add(runStart[run], runStart[run + 1], facets.values(), at, retro, view);
      }
    }
    lamplight.addGlow();
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
