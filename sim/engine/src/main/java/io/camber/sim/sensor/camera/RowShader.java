package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Pattern;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.sensor.camera.raster.Drawing;
import io.camber.sim.sensor.camera.raster.Floats;
import io.camber.sim.sensor.camera.raster.ShadowMap;
import io.camber.sim.sensor.camera.raster.ViewPose;
import java.util.Arrays;

/**
 * Colours a drawing row by row: where each pixel's ray ends, how much sun arrives there, how the surface varies, and the
 * colour of all that in the air. Each step runs over the row, or over a run of pixels that show the same triangle, so that
 * plain arithmetic becomes vector instructions. Owned by one thread.
 */
final class RowShader {
  private static final float[] PANE = {0.07f, 0.09f, 0.12f};
  private static final float[] LAMPLIT = {1.0f, 0.75f, 0.42f};
  /** Bays and storeys of windows, metres. */
  private static final float BAY_M = 2.4f;

  private static final float STOREY_M = 3.0f;
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
  private final float[] depth;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] shadowA;
  private final float[] shadowB;
  private final float[] shadowZ;
  private final float[] sun;
  private final float[] pattern;
  private final float[] veil;
  /** Where rays end, in the square that textures repeat in, and how much of a fine layer is left there. */
  private final float[] placeX;

  private final float[] placeY;
  private final float[] placeZ;
  private final float[] fading;

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
    depth = new float[width];
    x = new float[width];
    y = new float[width];
    z = new float[width];
    shadowA = new float[width];
    shadowB = new float[width];
    shadowZ = new float[width];
    sun = new float[width];
    pattern = new float[width];
    veil = new float[width];
    placeX = new float[width];
    placeY = new float[width];
    placeZ = new float[width];
    fading = new float[width];
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

  /** Colours one row and fills its part of the layers. */
  void shade(int row, Instance[] instances, ViewPose view, Layers layers, Imager imager) {
    look(row, instances, layers);
    reach(row, view);
    haze.fill(depth, veil);
    boolean isSkyReady = false;
    for (int run = 0; run < runCount; run++) {
      if (runId[run] >= 0) {
        surface(run, row, view, imager);
      } else {
        if (!isSkyReady) {
          sky.prepare(row, view);
          isSkyReady = true;
        }
        beyond(run, row, imager);
      }
    }
    copyDepth(row, layers);
  }

  /** Which triangles the row shows, and how far each pixel is. */
  private void look(int row, Instance[] instances, Layers layers) {
    int base = row * width;
    float[] inverse = drawing.inverseDepths();
    int[] triangles = drawing.triangles();
    int[] index = lens.drawingIndices();
    runCount = 0;
    int last = Integer.MIN_VALUE;
    for (int i = 0; i < width; i++) {
      int at = index[base + i];
      depth[i] = inverse[at];
      int id = triangles[at];
      if (id != last) {
        last = id;
        runStart[runCount] = i;
        runId[runCount++] = id;
      }
    }
    runStart[runCount] = width;
    for (int i = 0; i < width; i++) {
      depth[i] = 1.0f / depth[i];
    }
    for (int run = 0; run < runCount; run++) {
      int id = runId[run];
      byte label = SceneLabel.SKY.index();
      short number = -1;
      if (id >= 0) {
        number = (short) drawing.instance(id);
        if (!facets.isReady(id)) {
          facets.compute(id, drawing, instances[drawing.instance(id)]);
        }
        label = facets.label(id);
      }
      Arrays.fill(layers.classes, base + runStart[run], base + runStart[run + 1], label);
      Arrays.fill(layers.instances, base + runStart[run], base + runStart[run + 1], number);
    }
  }

  /** Where rays end, from the camera in the map's directions, and there in the shadow map. */
  private void reach(int row, ViewPose view) {
    direct(row, view, 0, x);
    direct(row, view, 1, y);
    direct(row, view, 2, z);
    place((float) Texture.wrapped(view.x()), x, placeX);
    place((float) Texture.wrapped(view.y()), y, placeY);
    place((float) view.z(), z, placeZ);
    Texture.fade(depth, fading);
    if (shadows.shines()) {
      linear(0, shadowA);
      linear(4, shadowB);
      linear(8, shadowZ);
    }
  }

  private void direct(int row, ViewPose view, int axis, float[] out) {
    int base = row * width;
    float forward = (float) view.forward()[axis];
    float right = (float) view.right()[axis];
    float down = (float) view.down()[axis];
    float[] rx = lens.raysX();
    float[] ry = lens.raysY();
    if (lens.isFlat()) {
      for (int i = 0; i < out.length; i++) {
        out[i] = forward + rx[base + i] * right + ry[base + i] * down;
      }
      return;
    }
    float[] rz = lens.raysZ();
    for (int i = 0; i < width; i++) {
      out[i] = rz[base + i] * forward + rx[base + i] * right + ry[base + i] * down;
    }
  }

  private void place(float origin, float[] direction, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = origin + depth[i] * direction[i];
    }
  }

  private void linear(int from, float[] out) {
    float cx = shadowMap[from];
    float cy = shadowMap[from + 1];
    float cz = shadowMap[from + 2];
    float constant = shadowMap[from + 3];
    for (int i = 0; i < width; i++) {
      out[i] = depth[i] * (cx * x[i] + cy * y[i] + cz * z[i]) + constant;
    }
  }

  /** Pixels that show one triangle. */
  private void surface(int run, int row, ViewPose view, Imager imager) {
    int from = runStart[run];
    int to = runStart[run + 1];
    int id = runId[run];
    int base = row * width;
    float[] values = facets.values();
    int at = Facets.SIZE * id;
    if (light.isClear && facets.isLamp(id)) {
      Arrays.fill(veil, from, to, 0.0f);
    }
    boolean isShaded = shadows.shines() && values[at + Facets.SUN] <= 0.0f;
    float lit = isShaded ? 0.0f : 1.0f;
    boolean isEven = true;
    if (shadows.shines() && !isShaded) {
      isEven = shadows.light(from, to, shadowA, shadowB, shadowZ, values, at + Facets.LIFT, sun);
    } else {
      Arrays.fill(sun, from, to, lit);
    }
    Pattern kind = facets.pattern(id);
    Texture.fill(kind, from, to, placeX, placeY, placeZ, fading, pattern);
    if (isEven) {
      even(from, to, base, at, lit, imager);
    } else {
      for (int channel = 0; channel < CHANNELS; channel++) {
        color(from, to, base, at + channel, light.veil[channel], imager.plane(channel));
      }
    }
    if (kind == Pattern.GRASS) {
      dry(from, to, base, at, imager.plane(0));
    } else if (kind == Pattern.WINDOWS) {
      windows(from, to, base, at, view, imager);
    }
    if (light.night > 0.0f) {
      for (int i = from; i < to; i++) {
        lamplight(base, i, id, view, imager);
      }
    }
  }

  /** The colours of a run, all of it in the sun or in the shade: the pattern alone differs from pixel to pixel. */
  private void even(int from, int to, int base, int at, float lit, Imager imager) {
    float[] v = facets.values();
    float redLight = v[at + Facets.SHADE] + lit * v[at + Facets.SUN];
    float greenLight = v[at + Facets.SHADE + 1] + lit * v[at + Facets.SUN + 1];
    float blueLight = v[at + Facets.SHADE + 2] + lit * v[at + Facets.SUN + 2];
    float redFactor = v[at + Facets.ALBEDO] * redLight;
    float greenFactor = v[at + Facets.ALBEDO + 1] * greenLight;
    float blueFactor = v[at + Facets.ALBEDO + 2] * blueLight;
    float redMore = v[at + Facets.COVER] * redLight + v[at + Facets.GLOSS];
    float greenMore = v[at + Facets.COVER + 1] * greenLight + v[at + Facets.GLOSS + 1];
    float blueMore = v[at + Facets.COVER + 2] * blueLight + v[at + Facets.GLOSS + 2];
    float redAir = light.veil[0];
    float greenAir = light.veil[1];
    float blueAir = light.veil[2];
    float[] reds = imager.plane(0);
    float[] greens = imager.plane(1);
    float[] blues = imager.plane(2);
    for (int i = from; i < to; i++) {
      float red = redFactor * pattern[i] + redMore;
      float green = greenFactor * pattern[i] + greenMore;
      float blue = blueFactor * pattern[i] + blueMore;
      reds[base + i] = red + veil[i] * (redAir - red);
      greens[base + i] = green + veil[i] * (greenAir - green);
      blues[base + i] = blue + veil[i] * (blueAir - blue);
    }
  }

  /** One colour of a run in sun and shade; {@code at} counts from the triangle's values. */
  private void color(int from, int to, int base, int at, float air, float[] plane) {
    float[] values = facets.values();
    float albedo = values[at + Facets.ALBEDO];
    float cover = values[at + Facets.COVER];
    float shade = values[at + Facets.SHADE];
    float direct = values[at + Facets.SUN];
    float gloss = values[at + Facets.GLOSS];
    for (int i = from; i < to; i++) {
      float color = (albedo * pattern[i] + cover) * (shade + sun[i] * direct) + gloss;
      plane[base + i] = color + veil[i] * (air - color);
    }
  }

  /** A run of sky, or of land too far to be drawn. */
  private void beyond(int run, int row, Imager imager) {
    int base = row * width;
    for (int channel = 0; channel < CHANNELS; channel++) {
      sky.fill(row, runStart[run], runStart[run + 1], z, channel, base, imager.plane(channel));
    }
    for (int i = runStart[run]; light.night > 0.0f && i < runStart[run + 1]; i++) {
      glowOfAir(base, i, 1.0f, imager);
    }
  }

  /** Headlamps light up fog, rain and snow in front of the car. */
  private void glowOfAir(int base, int i, float share, Imager imager) {
    float scale = 1.0f / (float) Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
    float glow = share * lamps.airGlow(scale * x[i], scale * y[i], scale * z[i]) * light.night;
    imager.add(base + i, glow, 0.97f * glow, 0.9f * glow);
  }

  /** Grass is dry in places: more red. */
  private void dry(int from, int to, int base, int at, float[] red) {
    float[] values = facets.values();
    float albedo = values[at + Facets.ALBEDO];
    float shade = values[at + Facets.SHADE];
    float direct = values[at + Facets.SUN];
    for (int i = from; i < to; i++) {
      float more = Texture.dry(placeX[i], placeY[i]);
      red[base + i] += more * (1.0f - veil[i]) * albedo * pattern[i] * (shade + sun[i] * direct);
    }
  }

  /** What lamps add to a surface and to the air before it. */
  private void lamplight(int base, int i, int id, ViewPose view, Imager imager) {
    if (!facets.isLamp(id)) {
      float[] v = facets.values();
      int at = Facets.SIZE * id;
      lamps.light(
          view.x() + depth[i] * x[i],
          view.y() + depth[i] * y[i],
          view.z() + depth[i] * z[i],
          v[at + Facets.NORMAL],
          v[at + Facets.NORMAL + 1],
          v[at + Facets.NORMAL + 2],
          facets.surface(id).retro());
      float white = (1.0f - veil[i]) * light.night * lamps.white();
      float warm = (1.0f - veil[i]) * light.night * lamps.warm();
      float factor = pattern[i];
      imager.add(
          base + i,
          (v[at] * factor + v[at + Facets.COVER]) * (white + warm),
          (v[at + 1] * factor + v[at + Facets.COVER + 1]) * (0.97f * white + 0.72f * warm),
          (v[at + 2] * factor + v[at + Facets.COVER + 2]) * (0.90f * white + 0.40f * warm));
    }
    glowOfAir(base, i, Math.min(1.0f, depth[i] / 25.0f), imager);
  }

  /** Rows of windows on a wall. */
  private void windows(int from, int to, int base, int at, ViewPose view, Imager imager) {
    float[] v = facets.values();
    boolean alongY = Math.abs(v[at + Facets.NORMAL]) > Math.abs(v[at + Facets.NORMAL + 1]);
    float origin = (float) ((alongY ? view.y() : view.x()) / BAY_M);
    float ground = (float) (view.z() / STOREY_M);
    float[] across = alongY ? y : x;
    // A room with the lamp on is brighter than what little light falls on the wall.
    float room = 0.25f / Math.max(0.02f, light.ambient[1]);
    for (int i = from; i < to; i++) {
      float along = origin + depth[i] * across[i] * (1.0f / BAY_M);
      float up = ground + depth[i] * z[i] * (1.0f / STOREY_M);
      int bayNumber = Floats.floor(along);
      int storeyNumber = Floats.floor(up);
      float bay = along - bayNumber;
      float storey = up - storeyNumber;
      if (bay > 0.28f && bay < 0.72f && storey > 0.32f && storey < 0.80f) {
        pane(
            base,
            i,
            at,
            light.night > 0.5f && Hash.lattice(bayNumber, storeyNumber) < 0.3f ? room : 0.0f,
            imager);
      }
    }
  }

  private void pane(int base, int i, int at, float room, Imager imager) {
    float[] v = facets.values();
    for (int c = 0; c < CHANNELS; c++) {
      float albedo = room > 0.0f ? room * LAMPLIT[c] : PANE[c];
      float color = albedo * (v[at + Facets.SHADE + c] + sun[i] * v[at + Facets.SUN + c]);
      imager.plane(c)[base + i] = color + veil[i] * (light.veil[c] - color);
    }
  }

  private void copyDepth(int row, Layers layers) {
    int base = row * width;
    if (lens.isFlat()) {
      System.arraycopy(depth, 0, layers.depthM, base, width);
      return;
    }
    for (int i = 0; i < width; i++) {
      layers.depthM[base + i] =
          depth[i] * (float) Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
    }
  }
}
