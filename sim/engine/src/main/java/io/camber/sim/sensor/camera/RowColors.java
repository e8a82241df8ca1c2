package io.camber.sim.sensor.camera;

import java.util.Arrays;

/**
 * Linear light of a row of pixels, by colour and column, before it goes to the {@link Imager}. Each array begins with the
 * row, so that plain arithmetic becomes vector instructions. Mutable; owned by one thread.
 */
final class RowColors {
  private static final int CHANNELS = 3;

  final float[] red;
  final float[] green;
  final float[] blue;
  /** How the surface varies. */
  final float[] pattern;

  /** Share of the sun's light. */
  final float[] sun;

  /** Share that the air on the way replaces. */
  final float[] veil;

  RowColors(int width) {
    red = new float[width];
    green = new float[width];
    blue = new float[width];
    pattern = new float[width];
    sun = new float[width];
    veil = new float[width];
  }

  float[] channel(int channel) {
    return channel == 0 ? red : channel == 1 ? green : blue;
  }

  /** A run of one triangle, all of it in the sun or in the shade: the pattern alone differs from pixel to pixel. */
  void even(int from, int to, float[] v, int at, float lit) {
    float redLight = v[at + Facets.SHADE] + lit * v[at + Facets.SUN];
    float greenLight = v[at + Facets.SHADE + 1] + lit * v[at + Facets.SUN + 1];
    float blueLight = v[at + Facets.SHADE + 2] + lit * v[at + Facets.SUN + 2];
    float redFactor = v[at + Facets.ALBEDO] * redLight;
    float greenFactor = v[at + Facets.ALBEDO + 1] * greenLight;
    float blueFactor = v[at + Facets.ALBEDO + 2] * blueLight;
    float redMore = v[at + Facets.COVER] * redLight + v[at + Facets.GLOSS];
    float greenMore = v[at + Facets.COVER + 1] * greenLight + v[at + Facets.GLOSS + 1];
    float blueMore = v[at + Facets.COVER + 2] * blueLight + v[at + Facets.GLOSS + 2];
    for (int i = from; i < to; i++) {
      red[i] = redFactor * pattern[i] + redMore;
      green[i] = greenFactor * pattern[i] + greenMore;
      blue[i] = blueFactor * pattern[i] + blueMore;
    }
  }

  /** A run of one triangle that looks the same all over. */
  void plain(int from, int to, float[] v, int at, float lit) {
    Arrays.fill(red, from, to, plain(v, at, lit));
    Arrays.fill(green, from, to, plain(v, at + 1, lit));
    Arrays.fill(blue, from, to, plain(v, at + 2, lit));
  }

  /** A pixel of a triangle that looks the same all over. */
  void plain(int i, float[] v, int at, float lit) {
    red[i] = plain(v, at, lit);
    green[i] = plain(v, at + 1, lit);
    blue[i] = plain(v, at + 2, lit);
  }

  private static float plain(float[] v, int at, float lit) {
    return (v[at + Facets.ALBEDO] + v[at + Facets.COVER])
            * (v[at + Facets.SHADE] + lit * v[at + Facets.SUN])
        + v[at + Facets.GLOSS];
  }

  /** A run of one triangle in sun and shade. */
  void uneven(int from, int to, float[] v, int at) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      float albedo = v[at + Facets.ALBEDO + channel];
      float cover = v[at + Facets.COVER + channel];
      float shade = v[at + Facets.SHADE + channel];
      float direct = v[at + Facets.SUN + channel];
      float gloss = v[at + Facets.GLOSS + channel];
      float[] out = channel(channel);
      for (int i = from; i < to; i++) {
        out[i] = (albedo * pattern[i] + cover) * (shade + sun[i] * direct) + gloss;
      }
    }
  }

  /** Grass in this run of veiled pixels is dry in places: more red. */
  void dry(int from, int to, float[] v, int at, RowPlaces places) {
    float albedo = v[at + Facets.ALBEDO];
    float shade = v[at + Facets.SHADE];
    float direct = v[at + Facets.SUN];
    for (int i = from; i < to; i++) {
      float more = Texture.dry(places.squareX[i], places.squareY[i]);
      red[i] += more * (1.0f - veil[i]) * albedo * pattern[i] * (shade + sun[i] * direct);
    }
  }

  /** Lays the air before all pixels. */
  void hide(float[] air) {
    hide(veil, air[0], red);
    hide(veil, air[1], green);
    hide(veil, air[2], blue);
  }

  private static void hide(float[] veil, float air, float[] color) {
    for (int i = 0; i < color.length; i++) {
      color[i] = color[i] + veil[i] * (air - color[i]);
    }
  }

  void store(int base, Imager imager) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      System.arraycopy(channel(channel), 0, imager.plane(channel), base, red.length);
    }
  }
}
