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
  private final int[] grain;
  /** Three rows spread sideways, which take turns. */
  private final float[][] spread = new float[3][];

  /** What each pixel of a row gives its neighbours. */
  private final float[] given;

  private final float[] steps;
  private final boolean raw;
  /** Sums of several exposures; empty until there are any. */
  private final float[][] sums = new float[CHANNELS][0];

  Imager(CameraConfig config) {
    width = config.width();
    height = config.height();
    for (int c = 0; c < CHANNELS; c++) {
      planes[c] = new float[width * height];
      spread[c] = new float[width];
    }
    raw = config.optics().raw();
    given = new float[width];
    steps = new float[width];
    grain = new int[width];
    for (int i = 0; i <= CURVE_STEPS; i++) {
      double linear = Math.min(1.0, CURVE_MAX * i / CURVE_STEPS);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1.0 / 2.4) - 0.055;
      curve[i] = (int) ((255.0 * (raw ? linear : encoded) + 0.5) * (1 << FRACTION_BITS));
    }
    // As long as the table and a row, so that a row never has to wrap around.
    noise = new int[NOISE_MASK + 1 + width];
    Random random = new Random(4711);
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

  /** Adds light, as a halo does. */
  void add(int pixel, float red, float green, float blue) {
    planes[0][pixel] += red;
    planes[1][pixel] += green;
    planes[2][pixel] += blue;
  }

  /** Develops the planes into 8-bit RGB; {@code seed} belongs to this image, {@code gain} multiplies the noise. */
  ByteBuffer develop(float exposure, float gain, Lens lens, long seed) {
    byte[] pixels = new byte[CHANNELS * width * height];
    int grainGain = (int) (gain * (1 << FRACTION_BITS));
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] plane = planes[channel];
      spread(plane, 0, spread[0]);
      for (int row = 0; row < height; row++) {
        if (row + 1 < height) {
          spread(plane, row + 1, spread[(row + 1) % 3]);
        }
        float[] here = spread[row % 3];
        expose(
            row == 0 ? here : spread[(row + 2) % 3],
            here,
            row + 1 == height ? here : spread[(row + 1) % 3],
            exposure,
            lens,
            row * width);
        long random = Hash.mix(seed + 3L * row + channel);
        fillGrain((int) random & NOISE_MASK, grainGain);
        encode(pixels, CHANNELS * row * width + channel);
      }
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
    for (int i = 0; i < width; i++) {
      float light = plane[base + i];
      given[i] = light > FULL ? FULL : light;
    }
    for (int i = 1; i < last; i++) {
      out[i] = CORE * plane[base + i] + SIDE * (given[i - 1] + given[i + 1]);
    }
    out[0] = CORE * plane[base] + SIDE * (given[0] + given[1]);
    out[last] = CORE * plane[base + last] + SIDE * (given[last - 1] + given[last]);
  }

  /** Spreads up and down and weighs with exposure and lens: steps of the curve. */
  private void expose(
      float[] above, float[] here, float[] below, float exposure, Lens lens, int base) {
    float toCurve = exposure * CURVE_STEPS / CURVE_MAX;
    float[] transmission = lens.transmissions();
    for (int i = 0; i < width; i++) {
      float value = CORE * here[i] + SIDE * (above[i] + below[i]);
      steps[i] = value * toCurve * transmission[base + i];
    }
  }

  private void fillGrain(int from, int gain) {
    for (int i = 0; i < width; i++) {
      grain[i] = (noise[from + i] * gain) >> FRACTION_BITS;
    }
  }

  private void encode(byte[] pixels, int from) {
    int at = from;
    for (int i = 0; i < width; i++) {
      int grey =
          (curve[Math.max(0, Math.min(CURVE_STEPS, (int) steps[i]))] + grain[i]) >> FRACTION_BITS;
      pixels[at] = (byte) Math.max(0, Math.min(255, grey));
      at += CHANNELS;
    }
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
