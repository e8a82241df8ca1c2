package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Pattern;
import java.util.Arrays;

/**
 * How surfaces vary from place to place, as factors of their colour: a fine layer with cells of some centimetres over a broad
 * one, both looked up in tables that repeat after {@value #PERIOD_M} m. Places are counted from a corner of such a square,
 * so that floats hold them; what is far shows little of the fine layer.
 */
final class Texture {
  /** Cell counts per metre times this are multiples of the tables' sizes: nothing jumps where the squares meet. */
  static final double PERIOD_M = 128.0;

  private static final int FINE = 256;
  private static final int BROAD = 512;
  private static final int BROAD_PER_M = (int) (BROAD / PERIOD_M);
  /** Makes places positive; a whole number of periods. */
  private static final float SHIFT_M = 1024.0f;
  /** A float from here on is a whole number in its lowest bits: adding it rounds, without a conversion. */
  private static final float WHOLE = 0x1p23f;

  /** Tables are bytes, so that they stay in the caches: steps of a factor, below what a grey step shows. */
  private static final float FINE_STEPS = 127.0f;

  private static final float BROAD_STEPS = 200.0f;

  private static final float LEAST = 0.15f;
  /** At twenty metres half of the fine layer is left. */
  private static final float FADING_PER_M = 0.05f;

  private static final byte[] GRAIN = grain();
  private static final byte[] FIELD_ASPHALT = broad(0.22f, 1.3f, 0.14f, 0.21f);
  private static final byte[] FIELD_CONCRETE = broad(0.15f, 1.7f, 0.0f, 1.0f);
  private static final byte[] FIELD_GRASS = broad(0.25f, 1.9f, 0.25f, 0.17f);
  private static final byte[] FIELD_DRY = broad(0.0f, 1.0f, 0.5f, 0.17f);

  private Texture() {}

  /** Two layers of smooth noise by strength and features a metre. */
  private static byte[] broad(float first, float firstPerM, float second, float secondPerM) {
    byte[] table = new byte[BROAD * BROAD];
    for (int y = 0; y < BROAD; y++) {
      for (int x = 0; x < BROAD; x++) {
        table[y * BROAD + x] = steps(
            BROAD_STEPS, first * seamless(x, y, firstPerM) + second * seamless(x, y, secondPerM));
      }
    }
    return table;
  }

  private static byte[] grain() {
    byte[] table = new byte[FINE * FINE];
    for (int y = 0; y < FINE; y++) {
      for (int x = 0; x < FINE; x++) {
        table[y * FINE + x] = steps(FINE_STEPS, Grain.cell(x, y));
      }
    }
    return table;
  }

  private static byte steps(float perUnit, float value) {
    return (byte) Math.max(-127, Math.min(127, Math.round(perUnit * value)));
  }

  /** Noise that repeats with the table: near its rim one period fades into the next. */
  private static float seamless(int x, int y, float perM) {
    float u = (float) x / BROAD_PER_M * perM;
    float v = (float) y / BROAD_PER_M * perM;
    float period = (float) (PERIOD_M * perM);
    float fadeX = Math.max(0.0f, (x - 0.9f * BROAD) / (0.1f * BROAD));
    float fadeY = Math.max(0.0f, (y - 0.9f * BROAD) / (0.1f * BROAD));
    if (fadeX == 0.0f && fadeY == 0.0f) {
      return Grain.smooth(u, v);
    }
    float low = Grain.smooth(u, v) + fadeX * (Grain.smooth(u - period, v) - Grain.smooth(u, v));
    float high = Grain.smooth(u, v - period)
        + fadeX * (Grain.smooth(u - period, v - period) - Grain.smooth(u, v - period));
    return low + fadeY * (high - low);
  }

  /** Place of a coordinate in its square. */
  static double wrapped(double coordinate) {
    return coordinate - PERIOD_M * Math.floor(coordinate / PERIOD_M);
  }

  /** Number of the cell that holds a coordinate, in its lowest bits. */
  private static int cell(float coordinate, float perM) {
    return Float.floatToRawIntBits(coordinate * perM + (SHIFT_M * perM - 0.5f + WHOLE));
  }

  private static int fine(float x, float y, float perM) {
    return GRAIN[(cell(y, perM) & (FINE - 1)) * FINE + (cell(x, perM) & (FINE - 1))];
  }

  private static int field(byte[] table, float x, float y) {
    return table[
        (cell(y, BROAD_PER_M) & (BROAD - 1)) * BROAD + (cell(x, BROAD_PER_M) & (BROAD - 1))];
  }

  /** How much of a fine layer is left at some depths. */
  static void fade(float[] depth, float[] out) {
    for (int i = 0; i < depth.length; i++) {
      out[i] = 1.0f / (1.0f + FADING_PER_M * depth[i]);
    }
  }

  /**
   * Factors of a surface's colour along a run of pixels.
   *
   * @param x place in the square, as {@code y} and {@code z}
   * @param fading what {@link #fade} said
   */
  static void fill(
      Pattern pattern,
      int from,
      int to,
      float[] x,
      float[] y,
      float[] z,
      float[] fading,
      float[] out) {
    switch (pattern) {
      case PLAIN, WINDOWS -> Arrays.fill(out, from, to, 1.0f);
      case ASPHALT -> flat(0.55f, 34.0f, FIELD_ASPHALT, from, to, x, y, fading, out);
      case GRASS -> flat(0.63f, 16.0f, FIELD_GRASS, from, to, x, y, fading, out);
      case CONCRETE -> concrete(from, to, x, y, z, fading, out);
      case WORN_PAINT -> paint(from, to, x, y, out);
      case FOLIAGE -> foliage(from, to, x, y, z, out);
    }
  }

  /** What lies flat: a fine layer that fades with the distance, over a broad one. */
  private static void flat(
      float strength,
      float perM,
      byte[] table,
      int from,
      int to,
      float[] x,
      float[] y,
      float[] fading,
      float[] out) {
    float step = strength / FINE_STEPS;
    for (int i = from; i < to; i++) {
      float factor = 1.0f
          + step * fading[i] * fine(x[i], y[i], perM)
          + (1.0f / BROAD_STEPS) * field(table, x[i], y[i]);
      out[i] = factor < LEAST ? LEAST : factor;
    }
  }

  private static void concrete(
      int from, int to, float[] x, float[] y, float[] z, float[] fading, float[] out) {
    for (int i = from; i < to; i++) {
      float factor = 1.0f
          + 0.3f / FINE_STEPS * fading[i] * fine(x[i] + 0.45f * z[i], y[i], 20.0f)
          + (1.0f / BROAD_STEPS) * field(FIELD_CONCRETE, x[i], y[i] + z[i]);
      out[i] = factor < LEAST ? LEAST : factor;
    }
  }

  /** Road markings lose their paint in patches. */
  private static void paint(int from, int to, float[] x, float[] y, float[] out) {
    for (int i = from; i < to; i++) {
      float worn = Math.max(0.0f, fine(x[i], y[i], 2.0f) / FINE_STEPS - 0.22f);
      out[i] = Math.max(LEAST, 0.95f + 0.30f / FINE_STEPS * fine(x[i], y[i], 6.0f) - 1.1f * worn);
    }
  }

  private static void foliage(int from, int to, float[] x, float[] y, float[] z, float[] out) {
    for (int i = from; i < to; i++) {
      float factor = 1.0f
          + 0.9f / FINE_STEPS * fine(x[i] + 0.5f * z[i], y[i] + 0.67f * z[i], 6.0f)
          + 0.4f / FINE_STEPS * fine(x[i], y[i] + z[i], 2.0f);
      out[i] = factor < LEAST ? LEAST : factor;
    }
  }

  /** How much redder grass is at a place, being dry there: 0 and more. */
  static float dry(float x, float y) {
    return (1.0f / BROAD_STEPS) * Math.max(0, field(FIELD_DRY, x, y));
  }
}
