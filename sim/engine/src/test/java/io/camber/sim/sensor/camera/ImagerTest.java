package io.camber.sim.sensor.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.sim.scene.Hash;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Develops random light beside a second implementation that takes one pixel after the other, by the published curve. */
final class ImagerTest {
  private static final float CORE = 0.72f;
  private static final float SIDE = 0.5f * (1.0f - CORE);
  private static final int NOISE = 8192;

  private final CameraConfig config = CameraConfig.windscreen();
  private final int width = config.width();
  private final int height = config.height();
  private final Lens lens = new Lens(config);

  @ParameterizedTest
  @CsvSource({"0.78,1.0,1.3,false", "0.78,1.0,9.0,true", "9.0,2.6,0.2,true", "0.35,1.0,0.01,false"})
  void developsAsPixelByPixel(float exposure, float gain, float lightMax, boolean mayDazzle) {
    Imager imager = new Imager(config);
    Random random = new Random(7);
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = imager.plane(channel);
      for (int i = 0; i < plane.length; i++) {
        plane[i] = lightMax * (random.nextFloat() - 0.02f);
      }
    }
    imager.start(mayDazzle);

    ByteBuffer developed = imager.develop(exposure, gain, lens, 42L);

    double[] expected = expected(imager, exposure, gain, mayDazzle);
    for (int i = 0; i < expected.length; i++) {
      // Rounding takes half a step; the curve's polynomial errs by 0.083.
      assertThat(Math.abs((developed.get(i) & 0xff) - expected[i])).isLessThan(0.59);
    }
  }

  /** Grey steps before they are rounded. */
  private double[] expected(Imager imager, float exposure, float gain, boolean mayDazzle) {
    double[] noise = noise();
    double[] pixels = new double[3 * width * height];
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = imager.plane(channel);
      for (int row = 0; row < height; row++) {
        int from = (int) Hash.mix(42L + 3L * row + channel) & (NOISE - 1);
        for (int column = 0; column < width; column++) {
          float here = sideways(plane, row, column, mayDazzle);
          float above = sideways(plane, Math.max(0, row - 1), column, mayDazzle);
          float below = sideways(plane, Math.min(height - 1, row + 1), column, mayDazzle);
          double light = CORE * here + SIDE * (above + below);
          int pixel = row * width + column;
          double grey = curve(light * exposure * lens.transmissions()[pixel]);
          pixels[3 * pixel + channel] =
              Math.max(0.0, Math.min(255.0, grey + gain * noise[from + column]));
        }
      }
    }
    return pixels;
  }

  private float sideways(float[] plane, int row, int column, boolean mayDazzle) {
    float left = plane[row * width + Math.max(0, column - 1)];
    float right = plane[row * width + Math.min(width - 1, column + 1)];
    if (mayDazzle) {
      left = Math.min(3.0f, left);
      right = Math.min(3.0f, right);
    }
    return CORE * plane[row * width + column] + SIDE * (left + right);
  }

  /** IEC 61966-2-1 in grey steps; straight on below black. */
  private static double curve(double light) {
    double linear = Math.min(1.0, light);
    double encoded =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1.0 / 2.4) - 0.055;
    return 255.0 * encoded;
  }

  private double[] noise() {
    double[] noise = new double[NOISE + width];
    Random random = new Random(4711);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = config.noiseStd() * random.nextGaussian();
    }
    return noise;
  }
}
