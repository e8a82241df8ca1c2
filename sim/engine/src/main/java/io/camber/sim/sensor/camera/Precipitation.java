package io.camber.sim.sensor.camera;

import java.util.Random;

/**
 * Rain and snow in front of the camera: streaks of drops that fall during the exposure, flakes, and drops on the windscreen,
 * which show the scene upside down. Where they are follows from the image's own seed.
 */
final class Precipitation {
  private static final int STREAKS_PER_MMPH = 22;
  private static final int FLAKES_PER_MMPH = 260;
  private static final double DROPS_PER_MMPH = 1.6;
  private static final int DROPS_MAX = 60;

  private final CameraConfig config;

  Precipitation(CameraConfig config) {
    this.config = config;
  }

  void add(Light light, long seed, Imager imager) {
    Random random = new Random(seed ^ 0x5eedf00dL);
    double scale = config.width() * config.height() / (640.0 * 360.0);
    float bright = 0.35f * light.ambient[1] + 0.06f * light.night;
    int streaks = (int) Math.min(900.0, STREAKS_PER_MMPH * light.weather.rainMmph() * scale);
    for (int i = 0; i < streaks; i++) {
      streak(random, bright, imager);
    }
    int flakes = (int) Math.min(2500.0, FLAKES_PER_MMPH * light.weather.snowMmph() * scale);
    for (int i = 0; i < flakes; i++) {
      flake(random, light, imager);
    }
    int drops = (int) Math.min(DROPS_MAX, DROPS_PER_MMPH * light.weather.rainMmph());
    for (int i = 0; i < drops; i++) {
      drop(random, imager);
    }
  }

  private void streak(Random random, float bright, Imager imager) {
    double x = random.nextDouble() * config.width();
    double y = random.nextDouble() * config.height();
    double near = random.nextDouble();
    int length = (int) (3.0 + 16.0 * near * near * near);
    double slant = 0.12 * (x / config.width() - 0.5) + 0.04;
    float light = bright * (float) (0.08 + 0.22 * near * near);
    for (int k = 0; k < length; k++) {
      int column = (int) (x + slant * k);
      int row = (int) y + k;
      if (column >= 0 && column < config.width() && row < config.height()) {
        imager.add(row * config.width() + column, light, light, light);
      }
    }
  }

  private void flake(Random random, Light light, Imager imager) {
    double x = random.nextDouble() * config.width();
    double y = random.nextDouble() * config.height();
    double near = random.nextDouble();
    double radius = 0.5 + 2.6 * near * near * near * near;
    float white = 0.9f * light.ambient[1] + 0.1f * light.direct[1] + 0.05f * light.night;
    blend(x, y, radius, 0.75f, white, imager);
  }

  private void blend(double x, double y, double radius, float cover, float white, Imager imager) {
    for (int row = (int) (y - radius); row <= y + radius; row++) {
      for (int column = (int) (x - radius); column <= x + radius; column++) {
        if (row < 0 || column < 0 || row >= config.height() || column >= config.width()) {
          continue;
        }
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        float share = cover * (float) Math.max(0.0, 1.0 - (dx * dx + dy * dy) / (radius * radius));
        int pixel = row * config.width() + column;
        imager.add(
            pixel,
            share * (white - imager.get(pixel, 0)),
            share * (white - imager.get(pixel, 1)),
            share * (white - imager.get(pixel, 2)));
      }
    }
  }

  /** A drop is a lens of short focal length: it shows a wide piece of the scene upside down. */
  private void drop(Random random, Imager imager) {
    double size = config.width() / 640.0;
    double cx = random.nextDouble() * config.width();
    double cy = random.nextDouble() * config.height();
    double radius = size * (2.5 + 7.0 * random.nextDouble() * random.nextDouble());
    int side = (int) (2.0 * radius) + 1;
    float[] patch = new float[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      int column = clamp((int) (cx - 7.0 * (i % side - radius)), config.width());
      int line = i / side;
      int row = clamp((int) (cy - 7.0 * (line - radius)), config.height());
      for (int c = 0; c < 3; c++) {
        patch[3 * i + c] = imager.get(row * config.width() + column, c);
      }
    }
    for (int i = 0; i < side * side; i++) {
      double dx = i % side - radius;
      int line = i / side;
      double dy = line - radius;
      double r2 = (dx * dx + dy * dy) / (radius * radius);
      int column = (int) (cx + dx);
      int row = (int) (cy + dy);
      if (r2 < 1.0 && column >= 0 && row >= 0 && column < config.width() && row < config.height()) {
        int pixel = row * config.width() + column;
        float share = (float) Math.min(1.0, 2.2 * (1.0 - r2)) * 0.85f;
        imager.add(
            pixel,
            share * (patch[3 * i] - imager.get(pixel, 0)),
            share * (patch[3 * i + 1] - imager.get(pixel, 1)),
            share * (patch[3 * i + 2] - imager.get(pixel, 2)));
      }
    }
  }

  private static int clamp(int value, int count) {
    return Math.max(0, Math.min(count - 1, value));
  }
}
