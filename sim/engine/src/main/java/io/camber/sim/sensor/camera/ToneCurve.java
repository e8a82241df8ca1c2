package io.camber.sim.sensor.camera;

import java.util.Random;

/**
 * From light to grey steps: the sensor's transfer curve (sRGB after IEC 61966-2-1, or a straight line for raw images), noise, 8 bits. The
 * curve's power is a polynomial of the square root, which errs by less than a tenth of a grey step, so that all of a row becomes
 * vector instructions. Owned by one thread.
 */
final class ToneCurve {
  private static final float WHITE = 255.0f;
  /** Below this light the curve is a straight line. */
  private static final float TOE = 0.0031308f;

  private static final float TOE_SLOPE = 12.92f * WHITE;

  /** Grey steps of {@code 1.055 x^(1/2.4) - 0.055} by powers of the square root of x, over {@link #TOE} to 1. */
  private static final float C0 = -10.228081f;

  private static final float C1 = 387.07956f;
  private static final float C2 = -357.70898f;
  private static final float C3 = 518.0771f;
  private static final float C4 = -414.05884f;
  private static final float C5 = 131.92184f;

  /** Adding it to a float that is small beside it, and taking it away again, rounds to whole numbers. */
  private static final float WHOLE = 0x1.8p23f;

  private static final int NOISE_BITS = 13;
  private static final int NOISE_MASK = (1 << NOISE_BITS) - 1;

  private final boolean raw;
  private final float[] noise;
  /** The noise amplified by an image's gain. */
  private final float[] grain;

  private float gain = Float.NaN;
  private final float[] root;
  private final float[] rowGrain;

  ToneCurve(int width, boolean raw, double noiseStd) {
    this.raw = raw;
    root = new float[width];
    rowGrain = new float[width];
    // As long as a row more, so that a row never has to wrap around.
    noise = new float[NOISE_MASK + 1 + width];
    Random random = new Random(4711);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (noiseStd * random.nextGaussian());
    }
    grain = new float[noise.length];
    amplify(1.0f);
  }

  /** Multiplies the noise of what follows. */
  void amplify(float newest) {
    if (newest == gain) {
      return;
    }
    gain = newest;
    for (int i = 0; i < grain.length; i++) {
      grain[i] = noise[i] * gain;
    }
  }

  /**
   * Turns a row's light, where 1 is white, into whole grey steps from 0 to 255.
   *
   * @param random chooses the row's noise
   */
  void encode(float[] light, long random, float[] out) {
    if (raw) {
      straight(light, out);
    } else {
      takeRoot(light, root);
      bend(light, root, out);
    }
    System.arraycopy(grain, (int) random & NOISE_MASK, rowGrain, 0, rowGrain.length);
    roughen(rowGrain, out);
  }

  private static void straight(float[] light, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = WHITE * Math.min(1.0f, light[i]);
    }
  }

  private static void takeRoot(float[] light, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.sqrt(Math.max(TOE, Math.min(1.0f, light[i])));
    }
  }

  private static void bend(float[] light, float[] root, float[] out) {
    for (int i = 0; i < out.length; i++) {
      float r = root[i];
      out[i] = C0
          + r * (C1 + r * (C2 + r * (C3 + r * (C4 + r * C5))))
          + TOE_SLOPE * (Math.min(TOE, light[i]) - TOE);
    }
  }

  private static void roughen(float[] grain, float[] steps) {
    for (int i = 0; i < steps.length; i++) {
      float grey = Math.max(0.0f, Math.min(WHITE, steps[i] + grain[i]));
      steps[i] = grey + WHOLE - WHOLE;
    }
  }
}
