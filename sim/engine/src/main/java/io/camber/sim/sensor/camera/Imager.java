package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import java.nio.ByteBuffer;

/**
 * The sensor behind the lens: point spread of the optics, exposure, sRGB transfer curve, noise, 8 bits. Works on one plane of
 * linear light for each colour; the caller fills them row by row. Owned by one thread.
 */
final class Imager {
  private static final int CHANNELS = 3;
  private static final int METER_STRIDE = 7;

  private final int width;
  private final int height;
  private final float[][] planes = new float[CHANNELS][];
  private final ToneCurve tones;
  private final PointSpread spread;
  /** Three rows of each colour spread sideways, which take turns. */
  private final float[][][] rows;

  private final float[] light;
  private final float[] transmission;
  /** Grey steps of a row by colour, and all three in one number. */
  private final float[][] steps;

  private final float[] joined;
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
    tones = new ToneCurve(width, raw, config.noiseStd());
    spread = new PointSpread(width);
    rows = new float[CHANNELS][3][width];
    light = new float[width];
    transmission = new float[width];
    steps = new float[CHANNELS][width];
    joined = new float[width];
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
    tones.amplify(gain);
    for (int channel = 0; channel < CHANNELS; channel++) {
      spread.sideways(planes[channel], 0, dazzled, rows[channel][0]);
    }
    for (int row = 0; row < height; row++) {
      System.arraycopy(lens.transmissions(), row * width, transmission, 0, width);
      for (int channel = 0; channel < CHANNELS; channel++) {
        expose(row, channel, exposure);
        tones.encode(light, Hash.mix(seed + 3L * row + channel), steps[channel]);
      }
      PackedRow.join(steps[0], steps[1], steps[2], joined);
      PackedRow.write(joined, pixels, CHANNELS * row * width);
    }
    if (raw) {
      mosaic(pixels);
    }
    return ByteBuffer.wrap(pixels);
  }

  /** Spreads a row up and down, and lets it through the lens. */
  private void expose(int row, int channel, float exposure) {
    float[][] turns = rows[channel];
    if (row + 1 < height) {
      spread.sideways(planes[channel], (row + 1) * width, dazzled, turns[(row + 1) % 3]);
    }
    float[] here = turns[row % 3];
    PointSpread.expose(
        here,
        row == 0 ? here : turns[(row + 2) % 3],
        row + 1 == height ? here : turns[(row + 1) % 3],
        exposure,
        transmission,
        light);
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
