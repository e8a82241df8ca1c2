package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import java.util.Random;

/**
 * Dirt on the glass in front of the lens: out of focus, so a smudge takes light from its pixels and gives them some of the
 * whole scene's instead. The same camera and seed have the same dirt.
 */
final class Dirt {
  /** Mean area of a smudge over that of a square as wide as the image. */
  private static final double SMUDGE_SHARE = 0.006;
  /** Brightness of lit dirt over the mean of the scene. */
  private static final float LIT = 0.55f;

  private static final float OPAQUE = 0.85f;

  private final float[] cover;

  Dirt(CameraConfig config, long seed) {
    int width = config.width();
    int height = config.height();
    double wanted = config.optics().dirt();
    cover = new float[wanted > 0.0 ? width * height : 0];
    Random random = new Random(Hash.mix(seed, Hash.of("dirt")));
    double covered = 0.0;
    while (cover.length > 0 && covered < wanted * cover.length) {
      double area = -SMUDGE_SHARE * StrictMath.log(1.0 - random.nextDouble());
      double radius = Math.max(1.5, Math.sqrt(area / Math.PI) * width * 0.6);
      covered += smudge(
          random.nextDouble() * width,
          random.nextDouble() * height,
          radius,
          0.35 + 0.65 * random.nextDouble(),
          width,
          height);
    }
  }

  /** Adds one smudge and returns how many pixels it covers. */
  private double smudge(double x, double y, double radius, double density, int width, int height) {
    double sum = 0.0;
    int left = (int) Math.max(0.0, x - radius);
    int top = (int) Math.max(0.0, y - radius);
    for (int row = top; row < Math.min(height, y + radius); row++) {
      for (int column = left; column < Math.min(width, x + radius); column++) {
        double dx = (column + 0.5 - x) / radius;
        double dy = (row + 0.5 - y) / radius;
        double soft = 1.0 - dx * dx - dy * dy;
        if (soft > 0.0) {
          int at = row * width + column;
          float before = cover[at];
          float share = (float) (density * Math.min(1.0, 2.0 * soft));
          cover[at] = Math.min(OPAQUE, before + (1.0f - before) * share);
          sum += cover[at] - before;
        }
      }
    }
    return Math.max(1.0, sum);
  }

  /** Lays the dirt over an image. */
  void add(Imager imager) {
    if (cover.length == 0) {
      return;
    }
    float mean = LIT * imager.meter();
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = imager.plane(channel);
      float brown = mean * (1.05f - 0.1f * channel);
      for (int i = 0; i < plane.length; i++) {
        plane[i] += cover[i] * (brown - plane[i]);
      }
    }
  }
}
