package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.Surface;

/** Colour of what a pixel sees, linear RGB where 1 is white paper in the shade's middle grey; results stay until the next call. */
final class Shading {
  private static final float LAMP_GAIN = 2.6f;
  private static final int HAZE_STEPS = 512;

  private final float[] haze = new float[HAZE_STEPS + 1];
  private final ShadowMap shadows;
  private float red;
  private float green;
  private float blue;

  Shading(ShadowMap shadows) {
    this.shadows = shadows;
    for (int i = 0; i <= HAZE_STEPS; i++) {
      haze[i] = (float) (1.0 - StrictMath.exp(-2.0 * i / Sun.HAZE_M));
    }
  }

  float red() {
    return red;
  }

  float green() {
    return green;
  }

  float blue() {
    return blue;
  }

  /** The sky in a direction (unit vector, z up). */
  void sky(float dx, float dy, float dz) {
    float up = Math.max(0.0f, dz);
    float blend = 1.0f - (1.0f - up) * (1.0f - up) * (1.0f - up);
    red = Sun.HORIZON[0] + blend * (Sun.ZENITH[0] - Sun.HORIZON[0]);
    green = Sun.HORIZON[1] + blend * (Sun.ZENITH[1] - Sun.HORIZON[1]);
    blue = Sun.HORIZON[2] + blend * (Sun.ZENITH[2] - Sun.HORIZON[2]);
    if (dz < 0.0f) {
      // Land too far to be drawn.
      land();
    } else if (dz > 0.02f) {
      float scale = 26.0f / (dz + 0.12f);
      float cloud = Grain.smooth(dx * scale + 40.0f, dy * scale + 90.0f) * 1.1f
          + 0.35f * Grain.smooth(dx * scale * 3.1f, dy * scale * 3.1f);
      float cover =
          Math.max(0.0f, Math.min(1.0f, 2.2f * cloud - 0.1f)) * Math.min(1.0f, 6.0f * dz) * 0.75f;
      red += cover * (0.98f - red);
      green += cover * (0.98f - green);
      blue += cover * (0.99f - blue);
    }
  }

  private void land() {
    Surface grass = Surface.GRASS;
    float veil = haze[HAZE_STEPS / 4];
    red = 1.7f * grass.red() + veil * (Sun.HORIZON[0] - 1.7f * grass.red());
    green = 1.7f * grass.green() + veil * (Sun.HORIZON[1] - 1.7f * grass.green());
    blue = 1.7f * grass.blue() + veil * (Sun.HORIZON[2] - 1.7f * grass.blue());
  }

  /** A surface at a point of the map frame, {@code depth} metres along the optical axis. */
  void surface(
      Drawing drawing, int drawn, Instance instance, double x, double y, double z, float depth) {
    Surface surface = drawing.surface(drawn);
    if ((instance.lit() & surface.bit()) != 0L) {
      glow(surface);
      return;
    }
    albedo(surface, instance.paint());
    float nx = drawing.normal(drawn, 0);
    float ny = drawing.normal(drawn, 1);
    float nz = drawing.normal(drawn, 2);
    pattern(surface, nx, ny, (float) x, (float) y, (float) z, depth);
    float facing = (float) (nx * Sun.X + ny * Sun.Y + nz * Sun.Z);
    float direct =
        facing <= 0.0f ? 0.0f : facing * shadows.light(x + 0.06 * nx, y + 0.06 * ny, z + 0.06 * nz);
    float sky = 0.55f + 0.45f * nz;
    float bounce = 0.10f * (1.0f - nz);
    red *= Sun.DIRECT[0] * direct + Sun.AMBIENT[0] * sky + bounce;
    green *= Sun.DIRECT[1] * direct + Sun.AMBIENT[1] * sky + bounce;
    blue *= Sun.DIRECT[2] * direct + Sun.AMBIENT[2] * sky + bounce;
    if (surface == Surface.GLASS || surface == Surface.PAINT) {
      gloss(surface == Surface.GLASS ? 0.30f : 0.07f, nz);
    }
    float veil = haze[Math.min(HAZE_STEPS, (int) (depth * 0.5f))];
    red += veil * (Sun.HORIZON[0] - red);
    green += veil * (Sun.HORIZON[1] - green);
    blue += veil * (Sun.HORIZON[2] - blue);
  }

  private void albedo(Surface surface, Paint paint) {
    boolean tinted = surface.isTinted();
    red = tinted ? paint.red() : surface.red();
    green = tinted ? paint.green() : surface.green();
    blue = tinted ? paint.blue() : surface.blue();
  }

  private void glow(Surface surface) {
    float gain = surface == Surface.TAILLAMP ? 1.1f : LAMP_GAIN;
    red = gain
        * switch (surface) {
          case LAMP_GREEN -> 0.02f;
          default -> 1.0f;
        };
    green = gain
        * switch (surface) {
          case LAMP_RED, TAILLAMP -> 0.02f;
          case LAMP_GREEN -> 0.95f;
          case HEADLAMP -> 1.0f;
          default -> 0.46f;
        };
    blue = gain
        * switch (surface) {
          case LAMP_GREEN -> 0.42f;
          case HEADLAMP -> 0.95f;
          default -> 0.015f;
        };
  }

  /** A smooth coat mirrors some sky. */
  private void gloss(float share, float nz) {
    float sky = share * Math.max(0.0f, Math.min(1.0f, 0.45f + 0.8f * nz));
    red += sky * Sun.HORIZON[0];
    green += sky * Sun.HORIZON[1];
    blue += sky * Sun.HORIZON[2];
  }

  private void pattern(
      Surface surface, float nx, float ny, float x, float y, float z, float depth) {
    float near = 1.0f / (1.0f + 0.05f * depth);
    switch (surface.pattern()) {
      case PLAIN -> {}
      case ASPHALT ->
        scale(1.0f
            + 0.55f * near * Grain.at(34.0f * x, 34.0f * y)
            + 0.22f * Grain.smooth(1.3f * x, 1.3f * y)
            + 0.14f * Grain.smooth(0.21f * x, 0.21f * y));
      case CONCRETE ->
        scale(1.0f
            + 0.3f * near * Grain.at(21.0f * x + 9.0f * z, 21.0f * y)
            + 0.15f * Grain.smooth(1.7f * x, 1.7f * y + 1.7f * z));
      case WORN_PAINT -> scale(0.93f + 0.35f * Grain.smooth(6.0f * x, 6.0f * y));
      case GRASS -> {
        float tuft =
            0.9f * near * Grain.at(15.0f * x, 15.0f * y) + 0.35f * Grain.smooth(1.9f * x, 1.9f * y);
        float field = Grain.smooth(0.17f * x, 0.17f * y);
        scale(1.0f + 0.7f * tuft + 0.25f * field);
        red *= 1.0f + 0.5f * Math.max(0.0f, field);
      }
      case FOLIAGE ->
        scale(1.0f
            + 0.9f * Grain.at(5.0f * x + 3.0f * z, 5.0f * y + 4.0f * z)
            + 0.4f * Grain.smooth(0.9f * x, 0.9f * y + 0.8f * z));
      case WINDOWS -> windows(Math.abs(nx) > Math.abs(ny) ? y : x, z);
    }
  }

  /** Rows of windows on a wall: storeys of 3 m, bays of 2.4 m. */
  private void windows(float along, float z) {
    float bay = along / 2.4f - (float) Math.floor(along / 2.4f);
    float storey = z / 3.0f - (float) Math.floor(z / 3.0f);
    if (bay > 0.28f && bay < 0.72f && storey > 0.32f && storey < 0.80f) {
      red = 0.07f;
      green = 0.09f;
      blue = 0.12f;
    } else {
      scale(1.0f + 0.16f * Grain.smooth(3.0f * along, 3.0f * z));
    }
  }

  private void scale(float factor) {
    float positive = Math.max(0.15f, factor);
    red *= positive;
    green *= positive;
    blue *= positive;
  }
}
