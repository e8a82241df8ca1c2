package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import java.nio.ByteBuffer;

/**
 * The sensor behind the lens: point spread of the optics, exposure, sRGB transfer curve, noise, 8 bits. Works on planes of
 * linear light that it owns; the caller fills them pixel by pixel.
 */
final class Imager {
  /** Share of a point's light that stays in its own pixel, in each direction. */
  private static final float CORE = 0.72f;

  private static final int CURVE_STEPS = 4096;
  private static final float CURVE_MAX = 1.6f;
  private static final int METER_STRIDE = 7;

  private final int width;
  private final int height;
  private final float[] light;
  private final float[] spread;
  private final float[] curve = new float[CURVE_STEPS + 1];
  private final float[] noise = new float[4096];

  Imager(CameraConfig config) {
    width = config.width();
    height = config.height();
    light = new float[3 * width * height];
    spread = new float[3 * width * height];
    for (int i = 0; i <= CURVE_STEPS; i++) {
      double linear = Math.min(1.0, CURVE_MAX * i / CURVE_STEPS);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1.0 / 2.4) - 0.055;
      curve[i] = (float) (255.0 * encoded);
    }
    java.util.Random random = new java.util.Random(4711);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (config.noiseStd() * random.nextGaussian());
    }
  }

  void set(int pixel, float red, float green, float blue) {
    light[3 * pixel] = red;
    light[3 * pixel + 1] = green;
    light[3 * pixel + 2] = blue;
  }

  /** Light of a pixel so far. */
  float get(int pixel, int channel) {
    return light[3 * pixel + channel];
  }

  /** Mean brightness of what is not dazzling, as an exposure meter sees it. */
  float meter() {
    double sum = 0.0;
    int count = 0;
    for (int at = 1; at < light.length; at += 3 * METER_STRIDE) {
      sum += Math.min(2.0f, light[at]);
      count++;
    }
    return (float) (sum / count);
  }

  /** Adds light, as a halo does. */
  void add(int pixel, float red, float green, float blue) {
    light[3 * pixel] += red;
    light[3 * pixel + 1] += green;
    light[3 * pixel + 2] += blue;
  }

  /** Develops the planes into 8-bit RGB; {@code seed} belongs to this image, {@code grain} multiplies the noise. */
  ByteBuffer develop(float exposure, float grain, Lens lens, long seed) {
    spreadRows();
    byte[] pixels = new byte[3 * width * height];
    float side = 0.5f * (1.0f - CORE);
    float toCurve = exposure * CURVE_STEPS / CURVE_MAX;
    long random = seed;
    int stride = 3 * width;
    for (int row = 0; row < height; row++) {
      int above = row == 0 ? 0 : -stride;
      int below = row == height - 1 ? 0 : stride;
      for (int column = 0; column < width; column++) {
        int pixel = row * width + column;
        float gain = toCurve * lens.transmission(pixel);
        random = Hash.mix(random);
        long bits = random;
        for (int channel = 0; channel < 3; channel++) {
          int at = 3 * pixel + channel;
          float value = CORE * spread[at] + side * (spread[at + above] + spread[at + below]);
          int step = Math.min(CURVE_STEPS, (int) (value * gain));
          int grey = (int) (curve[step] + grain * noise[(int) bits & 4095] + 0.5f);
          bits >>>= 12;
          pixels[at] = (byte) Math.max(0, Math.min(255, grey));
        }
      }
    }
    return ByteBuffer.wrap(pixels);
  }

  private void spreadRows() {
    float side = 0.5f * (1.0f - CORE);
    for (int row = 0; row < height; row++) {
      int first = 3 * row * width;
      int last = first + 3 * width;
      for (int at = first; at < last; at++) {
        float left = at - 3 < first ? light[at] : light[at - 3];
        float right = at + 3 >= last ? light[at] : light[at + 3];
        spread[at] = CORE * clip(light[at]) + side * (clip(left) + clip(right));
      }
    }
  }

  /** A full pixel gives its neighbours no more than a full pixel's share. */
  private static float clip(float value) {
    return Math.min(value, 3.0f);
  }
}
