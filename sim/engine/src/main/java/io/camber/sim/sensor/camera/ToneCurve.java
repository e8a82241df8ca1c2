package io.camber.sim.sensor.camera;

import java.util.Arrays;
import java.util.Random;

/**
 * From light to bytes: the sensor's transfer curve (sRGB, or a straight line for raw images), noise, 8 bits. Owned by one
 * thread.
 */
final class ToneCurve {
  private static final int STEPS = 4096;
  private static final float LIGHT_MAX = 1.6f;

  /** Curve and noise are kept in 256ths of a grey step: whole numbers, which floats hold exactly. */
  private static final int FRACTION_BITS = 8;

  private static final float FINE_MAX = (256 << FRACTION_BITS) - 1;
  /** A float from here on is a whole number in its lowest bits: adding it rounds, without a conversion. */
  private static final float WHOLE = 0x1p23f;

  private static final int NOISE_BITS = 13;
  private static final int NOISE_MASK = (1 << NOISE_BITS) - 1;

  /** As long as a power of two, so that a masked place needs no check. */
  private final float[] curve = new float[2 * STEPS];

  private final int[] noise;
  /** The noise amplified by an image's gain. */
  private final float[] grain;

  private float gain = Float.NaN;
  private final float[] fine;
  private final float[] rowGrain;

  ToneCurve(int width, boolean raw, double noiseStd) {
    fine = new float[width];
    rowGrain = new float[width];
    for (int i = 0; i <= STEPS; i++) {
      double linear = Math.min(1.0, LIGHT_MAX * i / STEPS);
      double encoded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1.0 / 2.4) - 0.055;
      curve[i] = (int) ((255.0 * (raw ? linear : encoded) + 0.5) * (1 << FRACTION_BITS));
    }
    Arrays.fill(curve, STEPS, curve.length, curve[STEPS]);
    // As long as the table and a row, so that a row never has to wrap around.
    noise = new int[NOISE_MASK + 1 + width];
    Random random = new Random(4711);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (int) Math.rint((1 << FRACTION_BITS) * noiseStd * random.nextGaussian());
    }
    grain = new float[noise.length];
    amplify(1.0f);
  }

  /** What a unit of light at an exposure is in steps of the curve. */
  static float steps(float exposure) {
    return exposure * STEPS / LIGHT_MAX;
  }

  /** Multiplies the noise of what follows. */
  void amplify(float newest) {
    if (newest == gain) {
      return;
    }
    gain = newest;
    int factor = (int) (gain * (1 << FRACTION_BITS));
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (noise[i] * factor) >> FRACTION_BITS;
    }
  }

  /**
   * Turns light into places on the curve, to be given to {@link #encode}.
   *
   * @param toCurve what a unit of light is in {@link #steps}
   * @param transmission share of the light that the lens lets through, by pixel
   */
  static void place(float toCurve, float[] transmission, float[] light) {
    for (int i = 0; i < light.length; i++) {
      float place = light[i] * toCurve * transmission[i];
      light[i] = Math.max(0.0f, Math.min(STEPS, place)) + WHOLE;
    }
  }

  /**
   * Encodes one colour of a row.
   *
   * @param random chooses the row's noise
   * @param pixels gets every third byte, the first at {@code at}
   */
  void encode(float[] place, long random, byte[] pixels, int at) {
    look(place, curve, fine);
    System.arraycopy(grain, (int) random & NOISE_MASK, rowGrain, 0, rowGrain.length);
    roughen(fine, rowGrain);
    for (int i = 0; i < fine.length; i++) {
      pixels[at + 3 * i] = (byte) (Float.floatToRawIntBits(fine[i]) >> FRACTION_BITS);
    }
  }

  private static void look(float[] place, float[] table, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = table[Float.floatToRawIntBits(place[i]) & (table.length - 1)];
    }
  }

  private static void roughen(float[] values, float[] grain) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0.0f, Math.min(FINE_MAX, values[i] + grain[i])) + WHOLE;
    }
  }
}
