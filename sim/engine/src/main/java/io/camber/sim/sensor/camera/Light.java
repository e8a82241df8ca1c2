package io.camber.sim.sensor.camera;

import io.camber.sim.weather.Extinction;
import io.camber.truth.Weather;

/**
 * The light of a moment: direction to the sun in the map frame, colours of sun, sky, haze and air (linear RGB), and what lies
 * on the road. The sun's colour follows from its way through the air: optical mass after Kasten and Young 1989, one
 * transmittance for each colour.
 */
final class Light {
  /** Distance at which the haze of a fair day has taken 63 % of the contrast. */
  private static final double HAZE_M = 900.0;

  private static final double[] DEPTH_PER_MASS = {0.10, 0.17, 0.32};
  /** Brightness of a moonless town sky over that of a fair day, before street lamps. */
  private static final float NIGHT = 0.004f;

  /** Sun below this leaves no twilight. */
  private static final double TWILIGHT = -0.21;

  /** Rain and snow of this rate, mm/h, close the clouds. */
  private static final double OVERCAST_MMPH = 2.0;

  final double x;
  final double y;
  final double z;
  final float[] direct;
  final float[] ambient;
  final float[] horizon;
  final float[] zenith;
  /** Colour that things fade into. */
  final float[] veil;

  /** Way on which the air takes 63 % of the contrast. */
  final double hazeM;

  final float cloud;
  final float wetness;
  final float snow;
  /** 0 by day to 1 at night. */
  final float night;

  final Weather weather;
  /** The fair day that is there when nothing else is said. */
  final boolean isClear;

  private Light(
      Weather weather,
      double[] sun,
      float[] direct,
      float[] ambient,
      float[] horizon,
      float[] zenith,
      float[] veil,
      double hazeM,
      float cloud,
      float night) {
    this.weather = weather;
    isClear = weather.isClear();
    x = sun[0];
    y = sun[1];
    z = sun[2];
    this.direct = direct;
    this.ambient = ambient;
    this.horizon = horizon;
    this.zenith = zenith;
    this.veil = veil;
    this.hazeM = hazeM;
    this.cloud = cloud;
    this.night = night;
    wetness = (float) weather.wetness();
    snow = (float) Math.min(0.9, weather.snowMmph() / 3.0);
  }

  static Light of(Weather weather) {
    float[] direct = Sun.DIRECT.clone();
    float[] ambient = Sun.AMBIENT.clone();
    float[] horizon = Sun.HORIZON.clone();
    float[] zenith = Sun.ZENITH.clone();
    if (weather.isClear()) {
      double[] sun = {Sun.X, Sun.Y, Sun.Z};
      return new Light(weather, sun, direct, ambient, horizon, zenith, horizon, HAZE_M, 0.0f, 0.0f);
    }
    double elevation = weather.sunElevation();
    float day = (float) Math.max(0.0, Math.min(1.0, (elevation - TWILIGHT) / 0.26));
    float bright = NIGHT + (1.0f - NIGHT) * day * day * day;
    double falling = weather.rainMmph() + weather.snowMmph();
    float cloud = (float) Math.min(1.0, falling / OVERCAST_MMPH);
    double extra = airMass(elevation) - airMass(Weather.CLEAR.sunElevation());
    for (int c = 0; c < 3; c++) {
      float sunlight = elevation <= 0.0 ? 0.0f : (float) StrictMath.exp(-DEPTH_PER_MASS[c] * extra);
      direct[c] *= sunlight * (1.0f - 0.97f * cloud);
      // The low sun reddens the sky near the horizon.
      float warm = elevation <= -0.1
          ? 1.0f
          : (float) StrictMath.exp(-0.35 * DEPTH_PER_MASS[c] * Math.min(12.0, extra));
      horizon[c] *= bright * Math.max(0.5f, warm);
      zenith[c] *= bright;
      ambient[c] *= bright;
    }
    overcast(horizon, cloud, 0.62f * bright);
    overcast(zenith, cloud, 0.50f * bright);
    overcast(ambient, cloud, 0.80f * bright);
    Extinction air = Extinction.of(weather);
    float thick = (float) Math.min(1.0, air.perM() / 0.01);
    // Thick fog scatters the sun's light so often that its direction is lost.
    for (int c = 0; c < 3; c++) {
      ambient[c] += 0.25f * thick * direct[c];
      direct[c] *= 1.0f - 0.9f * thick;
    }
    float[] veil = veil(horizon, ambient, thick);
    smoke(veil, weather.smokePerM() / Math.max(1e-9, air.perM()));
    if (thick > 0.0f) {
      blend(horizon, veil, thick);
      blend(zenith, veil, thick);
    }
    return new Light(
        weather,
        sun(weather),
        direct,
        ambient,
        horizon,
        zenith,
        veil,
        1.0 / (1.0 / HAZE_M + air.perM()),
        Math.max(cloud, thick),
        1.0f - day);
  }

  private static double[] sun(Weather weather) {
    double flat = StrictMath.cos(weather.sunElevation());
    return new double[] {
      flat * StrictMath.cos(weather.sunAzimuth()),
      flat * StrictMath.sin(weather.sunAzimuth()),
      StrictMath.sin(weather.sunElevation())
    };
  }

  private static float[] veil(float[] horizon, float[] ambient, float thick) {
    float[] veil = new float[3];
    for (int c = 0; c < 3; c++) {
      veil[c] = thick * 0.85f * mean(ambient) + (1.0f - thick) * horizon[c];
    }
    return veil;
  }

  /** Dims by the share of smoke in what takes the light, blue the most. */
  private static void smoke(float[] veil, double share) {
    for (int c = 0; c < 3; c++) {
      veil[c] *= (float) (1.0 - share * (0.45 + 0.08 * c));
    }
  }

  private static float mean(float[] color) {
    return (color[0] + color[1] + color[2]) / 3.0f;
  }

  private static void overcast(float[] color, float cloud, float grey) {
    for (int c = 0; c < 3; c++) {
      color[c] += cloud * (grey * (0.97f + 0.03f * c) - color[c]);
    }
  }

  private static void blend(float[] color, float[] into, float share) {
    for (int c = 0; c < 3; c++) {
      color[c] += share * (into[c] - color[c]);
    }
  }

  /** Relative optical air mass; 38 at the horizon and below. */
  private static double airMass(double elevation) {
    double degrees = Math.max(0.0, Math.toDegrees(elevation));
    return 1.0
        / (StrictMath.sin(Math.toRadians(degrees))
            + 0.50572 * StrictMath.pow(degrees + 6.07995, -1.6364));
  }

  /** True when the sun's own light is strong enough for shadows to show. */
  boolean castsShadows() {
    return direct[0] > 0.05f;
  }

  /** True when lamps light the scene more than the sky does. */
  boolean isDark() {
    return night > 0.55f;
  }
}
