package io.camber.sim.sensor.camera;

import io.camber.sim.scene.Hash;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.Paint;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.truth.Weather;

/** Colour of what a pixel sees, linear RGB where 1 is white paper in the shade's middle grey; results stay until the next call. */
final class Shading {
  private static final float LAMP_GAIN = 2.6f;
  private static final int HAZE_STEPS = 512;

  private static final float NIGHT_LAMP_GAIN = 9.0f;

  private final float[] haze = new float[HAZE_STEPS + 1];
  private final ShadowMap shadows;
  private final Lamps lamps;
  private Light light = Light.of(Weather.CLEAR);
  private float red;
  private float green;
  private float blue;

  Shading(ShadowMap shadows, Lamps lamps) {
    this.shadows = shadows;
    this.lamps = lamps;
    fillHaze();
  }

  private void fillHaze() {
    for (int i = 0; i <= HAZE_STEPS; i++) {
      haze[i] = (float) (1.0 - StrictMath.exp(-2.0 * i / light.hazeM));
    }
  }

  /** Sets the light of the next pixels. */
  void setLight(Light newest) {
    if (newest != light) {
      light = newest;
      fillHaze();
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
    red = light.horizon[0] + blend * (light.zenith[0] - light.horizon[0]);
    green = light.horizon[1] + blend * (light.zenith[1] - light.horizon[1]);
    blue = light.horizon[2] + blend * (light.zenith[2] - light.horizon[2]);
    if (dz < 0.0f) {
      // Land too far to be drawn.
      land();
    } else if (dz > 0.02f && light.cloud < 1.0f) {
      float scale = 26.0f / (dz + 0.12f);
      float cloud = Grain.smooth(dx * scale + 40.0f, dy * scale + 90.0f) * 1.1f
          + 0.35f * Grain.smooth(dx * scale * 3.1f, dy * scale * 3.1f);
      float cover =
          Math.max(0.0f, Math.min(1.0f, 2.2f * cloud - 0.1f)) * Math.min(1.0f, 6.0f * dz) * 0.75f;
      cover *= 1.0f - light.cloud;
      float lit = light.weather.isClear() ? 1.0f : 1.15f * light.ambient[1] / Sun.AMBIENT[1];
      red += cover * (0.98f * lit - red);
      green += cover * (0.98f * lit - green);
      blue += cover * (0.99f * lit - blue);
    }
    if (light.night > 0.0f) {
      glowOfAir(dx, dy, dz, 1.0f);
    }
  }

  /** Headlamps light up fog, rain and snow in front of the car. */
  private void glowOfAir(float dx, float dy, float dz, float share) {
    float glow = share * lamps.airGlow(dx, dy, dz) * light.night;
    red += glow;
    green += 0.97f * glow;
    blue += 0.9f * glow;
  }

  private void land() {
    Surface grass = Surface.GRASS;
    float veil = haze[HAZE_STEPS / 4];
    float lit = light.weather.isClear() ? 1.7f : 1.4f * light.ambient[1] + light.direct[1] * 0.3f;
    red = lit * grass.red() + veil * (light.veil[0] - lit * grass.red());
    green = lit * grass.green() + veil * (light.veil[1] - lit * grass.green());
    blue = lit * grass.blue() + veil * (light.veil[2] - lit * grass.blue());
  }

  /** A surface at a point of the map frame, {@code depth} metres along the optical axis. */
  void surface(
      Drawing drawing, int drawn, Instance instance, double x, double y, double z, float depth) {
    Surface surface = drawing.surface(drawn);
    if ((instance.lit() & surface.bit()) != 0L) {
      glow(surface);
      fade(x, y, z, depth);
      return;
    }
    albedo(surface, instance.paint());
    float nx = drawing.normal(drawn, 0);
    float ny = drawing.normal(drawn, 1);
    float nz = drawing.normal(drawn, 2);
    pattern(surface, nx, ny, (float) x, (float) y, (float) z, depth);
    if (!light.weather.isClear()) {
      cover(surface, nz);
    }
    float facing = (float) (nx * light.x + ny * light.y + nz * light.z);
    float direct =
        facing <= 0.0f ? 0.0f : facing * shadows.light(x + 0.06 * nx, y + 0.06 * ny, z + 0.06 * nz);
    float sky = 0.55f + 0.45f * nz;
    float bounce =
        light.weather.isClear() ? 0.10f * (1.0f - nz) : 0.14f * light.ambient[1] * (1.0f - nz);
    float lampLight = 0.0f;
    float warmLight = 0.0f;
    if (light.night > 0.0f) {
      lamps.light(x, y, z, nx, ny, nz, surface.retro());
      lampLight = light.night * lamps.white();
      warmLight = light.night * lamps.warm();
    }
    red *= light.direct[0] * direct + light.ambient[0] * sky + bounce + lampLight + warmLight;
    green *= light.direct[1] * direct
        + light.ambient[1] * sky
        + bounce
        + 0.97f * lampLight
        + 0.72f * warmLight;
    blue *= light.direct[2] * direct
        + light.ambient[2] * sky
        + bounce
        + 0.90f * lampLight
        + 0.40f * warmLight;
    if (surface == Surface.GLASS || surface == Surface.PAINT) {
      gloss(surface == Surface.GLASS ? 0.30f : 0.07f, nz);
    }
    if (light.weather.isClear()) {
      float veil = haze[Math.min(HAZE_STEPS, (int) (depth * 0.5f))];
      red += veil * (light.veil[0] - red);
      green += veil * (light.veil[1] - green);
      blue += veil * (light.veil[2] - blue);
    } else {
      fade(x, y, z, depth);
    }
  }

  /** Fades into the air; finer steps than the table's, which fog needs. */
  private void fade(double x, double y, double z, float depth) {
    if (light.weather.isClear()) {
      return;
    }
    float at = Math.min(HAZE_STEPS - 1.001f, depth * 0.5f);
    int step = (int) at;
    float veil = haze[step] + (at - step) * (haze[step + 1] - haze[step]);
    red += veil * (light.veil[0] - red);
    green += veil * (light.veil[1] - green);
    blue += veil * (light.veil[2] - blue);
    if (light.night > 0.0f) {
      lamps.direction(x, y, z);
      glowOfAir(lamps.dx(), lamps.dy(), lamps.dz(), Math.min(1.0f, depth / 25.0f));
    }
  }

  /** Water darkens a road, snow covers what lies flat. */
  private void cover(Surface surface, float nz) {
    boolean isRoad = surface.label() == SceneLabel.ROAD || surface.label() == SceneLabel.MARKING;
    if (isRoad) {
      scale(1.0f - 0.42f * light.wetness);
    }
    if (light.snow > 0.0f && nz > 0.5f) {
      float share = light.snow * (isRoad ? 0.45f : 0.9f) * (nz - 0.5f) * 2.0f;
      red += share * (0.80f - red);
      green += share * (0.82f - green);
      blue += share * (0.86f - blue);
    }
  }

  private void albedo(Surface surface, Paint paint) {
    boolean tinted = surface.isTinted();
    red = tinted ? paint.red() : surface.red();
    green = tinted ? paint.green() : surface.green();
    blue = tinted ? paint.blue() : surface.blue();
  }

  private void glow(Surface surface) {
    float gain = surface == Surface.TAILLAMP ? 1.1f : LAMP_GAIN;
    gain /= 1.0f + NIGHT_LAMP_GAIN * light.night;
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
    red += sky * light.horizon[0];
    green += sky * light.horizon[1];
    blue += sky * light.horizon[2];
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
      if (light.night > 0.5f
          && Hash.lattice((int) Math.floor(along / 2.4f), (int) Math.floor(z / 3.0f)) < 0.3f) {
        // A room with the lamp on: brighter than what little light falls on the wall.
        float lit = 0.25f / Math.max(0.02f, light.ambient[1]);
        red = lit;
        green = 0.75f * lit;
        blue = 0.42f * lit;
      }
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
