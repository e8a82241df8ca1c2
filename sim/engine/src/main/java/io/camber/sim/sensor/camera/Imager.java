package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * The sensor behind the lens: point spread of the optics, exposure, sRGB transfer curve, noise, 8 bits. Works on one plane of
 * linear light for each colour; the caller fills them row by row. Owned by one thread.
 */
final class Imager {
  private static final int CHANNELS = 3;
  /** Share of a point's light that stays in its own pixel, in each direction. */
  private static final float CORE = 0.72f;

  private static final float SIDE = 0.5f * (1.0f - CORE);
  /** A full pixel gives its neighbours no more than a full pixel's share. */
  private static final float FULL = 3.0f;

  private static final int CURVE_STEPS = 4096;
  private static final float CURVE_MAX = 1.6f;
  private static final int METER_STRIDE = 7;

  /** Curve and noise are kept in 256ths of a grey step. */
  private static final int FRACTION_BITS = 8;

  private static final int NOISE_BITS = 13;
  private static final int NOISE_MASK = (1 << NOISE_BITS) - 1;

  private final int width;
  private final int height;
  private final float[][] planes = new float[CHANNELS][];
  private final int[] curve = new int[CURVE_STEPS + 1];
  private final int[] noise;
  /** The noise amplified by an image's gain. */
  private final int[] grain;

  /** Where each colour's noise of a row begins in the table. */
  private final int[] grainFrom = new int[CHANNELS];

  /** Three rows of each colour spread sideways, which take turns. */
  private final float[][][] spread;

  /** What each pixel of a row gives its neighbours. */
  private final float[] given;

  private final float[][] steps;
  private final boolean raw;
  /** True when some pixel may be more than full. */
  private boolean dazzled;

  /** Sums of several exposures; empty until there are any. */
  private final float[][] sums = new float[CHANNELS][0];

  Imager(CameraConfig config) {
    width = config.width();
    height = config.height();
    for (int c = 0; c < CHANNELS; c++) {
      planes[c] = new float[width * height];
    }
    raw = config.optics().raw();
    given = new float[width];
    spread = new float[CHANNELS][3][width];
    steps = new float[CHANNELS][width];
    for (int i = 0; i <= CURVE_STEPS; i++) {
      double linear = Math.min(1.0, CURVE_MAX * i / CURVE_STEPS);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1.0 / 2.4) - 0.055;
      curve[i] = (int) ((255.0 * (raw ? linear : encoded) + 0.5) * (1 << FRACTION_BITS));
    }
    // As long as the table and a row, so that a row never has to wrap around.
    noise = new int[NOISE_MASK + 1 + width];
    Random random = new Random(4711);
    grain = new int[noise.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (int) Math.rint((1 << FRACTION_BITS) * config.noiseStd() * random.nextGaussian());
    }
  }

  /** Light of one colour, row by row: 0 red, 1 green, 2 blue. */
  float[] plane(int channel) {
    return planes[channel];
  }

  /** Light of a pixel so far. */
  float get(int pixel, int channel) {
    return planes[channel][pixel];
  }

  /** Adds a range of rows to the sums of several exposures, the first of which begins them. */
  void accumulate(int firstRow, int endRow, boolean isFirst) {
    for (int c = 0; c < CHANNELS; c++) {
      if (sums[c].length == 0) {
        sums[c] = new float[width * height];
      }
      float[] sum = sums[c];
      float[] plane = planes[c];
      for (int i = firstRow * width; i < endRow * width; i++) {
        sum[i] = isFirst ? plane[i] : sum[i] + plane[i];
      }
    }
  }

  /** Replaces the planes by the mean of so many exposures. */
  void average(int exposures) {
    for (int c = 0; c < CHANNELS; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = sums[c][i] / exposures;
      }
    }
  }

  /** Mean brightness of what is not dazzling, as an exposure meter sees it. */
  float meter() {
    double sum = 0.0;
    int count = 0;
    float[] green = planes[1];
    for (int at = 0; at < green.length; at += METER_STRIDE) {
      sum += Math.min(2.0f, green[at]);
      count++;
    }
    return (float) (sum / count);
  }

  /** Begins an image; {@code mayDazzle} tells whether surfaces may be brighter than a full pixel. */
  void start(boolean mayDazzle) {
    dazzled = mayDazzle;
  }

  /** Adds light, as a halo does. */
  void add(int pixel, float red, float green, float blue) {
    dazzled = true;
    planes[0][pixel] += red;
    planes[1][pixel] += green;
    planes[2][pixel] += blue;
  }

  /** Develops the planes into 8-bit RGB; {@code seed} belongs to this image, {@code gain} multiplies the noise. */
  ByteBuffer develop(float exposure, float gain, Lens lens, long seed) {
    byte[] pixels = new byte[CHANNELS * width * height];
    int[] amplified = gain == 1.0f ? noise : amplified((int) (gain * (1 << FRACTION_BITS)));
    for (int channel = 0; channel < CHANNELS; channel++) {
      spread(planes[channel], 0, spread[channel][0]);
    }
    for (int row = 0; row < height; row++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        float[][] rows = spread[channel];
        if (row + 1 < height) {
          spread(planes[channel], row + 1, rows[(row + 1) % 3]);
        }
        float[] here = rows[row % 3];
        expose(
            row == 0 ? here : rows[(row + 2) % 3],
            here,
            row + 1 == height ? here : rows[(row + 1) % 3],
            exposure * CURVE_STEPS / CURVE_MAX,
            lens.transmissions(),
            row * width,
            steps[channel]);
        long random = Hash.mix(seed + 3L * row + channel);
        grainFrom[channel] = (int) random & NOISE_MASK;
      }
      encode(pixels, CHANNELS * row * width, amplified);
    }
    if (raw) {
      mosaic(pixels);
    }
    return ByteBuffer.wrap(pixels);
  }

  /** Spreads a row sideways. */
  private void spread(float[] plane, int row, float[] out) {
    int base = row * width;
    int last = width - 1;
    if (!dazzled) {
      for (int i = 1; i < out.length - 1; i++) {
        out[i] = CORE * plane[base + i] + SIDE * (plane[base + i - 1] + plane[base + i + 1]);
      }
      out[0] = CORE * plane[base] + SIDE * (plane[base] + plane[base + 1]);
      out[last] = CORE * plane[base + last] + SIDE * (plane[base + last - 1] + plane[base + last]);
      return;
    }
    float[] lit = given;
    for (int i = 0; i < out.length; i++) {
      float light = plane[base + i];
      lit[i] = light > FULL ? FULL : light;
    }
    for (int i = 1; i < out.length - 1; i++) {
      out[i] = CORE * plane[base + i] + SIDE * (lit[i - 1] + lit[i + 1]);
    }
    out[0] = CORE * plane[base] + SIDE * (lit[0] + lit[1]);
    out[last] = CORE * plane[base + last] + SIDE * (lit[last - 1] + lit[last]);
  }

  /** Spreads up and down and weighs with exposure and lens: steps of the curve. */
  private static void expose(
      float[] above,
      float[] here,
      float[] below,
      float toCurve,
      float[] transmission,
      int base,
      float[] out) {
    for (int i = 0; i < out.length; i++) {
      float value = CORE * here[i] + SIDE * (above[i] + below[i]);
      out[i] = value * toCurve * transmission[base + i];
    }
  }

  private int[] amplified(int gain) {
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (noise[i] * gain) >> FRACTION_BITS;
    }
    return grain;
  }

  private void encode(byte[] pixels, int from, int[] table) {
    int[] tone = curve;
    float[] red = steps[0];
    float[] green = steps[1];
    float[] blue = steps[2];
    int redFrom = grainFrom[0];
    int greenFrom = grainFrom[1];
    int blueFrom = grainFrom[2];
    for (int i = 0; i < red.length; i++) {
      int at = from + CHANNELS * i;
      pixels[at] = grey(tone[step(red[i])] + table[redFrom + i]);
      pixels[at + 1] = grey(tone[step(green[i])] + table[greenFrom + i]);
      pixels[at + 2] = grey(tone[step(blue[i])] + table[blueFrom + i]);
    }
  }

  private static int step(float place) {
    return Math.max(0, Math.min(CURVE_STEPS, (int) place));
  }

  private static byte grey(int fine) {
    return (byte) Math.max(0, Math.min(255, fine >> FRACTION_BITS));
  }

  /** Leaves each pixel the colour of its filter: red and green in even rows, green and blue in odd ones. */
  private void mosaic(byte[] pixels) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int kept = (row & 1) + (column & 1);
        for (int channel = 0; channel < CHANNELS; channel++) {
          if (channel != kept) {
            pixels[CHANNELS * (row * width + column) + channel] = 0;
          }
        }
      }
    }
  }
}
