package io.camber.app.vision;

import io.camber.truth.Weather;
import java.util.Locale;
import java.util.Random;

/** Light and weather of random streets. */
public enum Sky {
  DAY,
  NIGHT,
  RAIN,
  FOG;

  /** Of five images four by day, half of them under a sun that stands anywhere; the fifth at night, in rain or in fog. */
  static Weather mixed(Random random) {
    double draw = random.nextDouble();
    double azimuth = azimuth(random);
    if (draw < 0.4) {
      return Weather.CLEAR;
    }
    if (draw < 0.8) {
      return DAY.of(random, azimuth);
    }
    if (draw < 0.9) {
      return NIGHT.of(random, azimuth);
    }
    return draw < 0.95 ? RAIN.of(random, azimuth) : FOG.of(random, azimuth);
  }

  Weather draw(Random random) {
    return of(random, azimuth(random));
  }

  private static double azimuth(Random random) {
    return 2.0 * Math.PI * random.nextDouble() - Math.PI;
  }

  private Weather of(Random random, double azimuth) {
    return switch (this) {
      case DAY -> weather(0.0, 0.0, 0.2 + 0.9 * random.nextDouble(), azimuth);
      case NIGHT -> weather(0.0, 0.0, -0.3, azimuth);
      case RAIN -> weather(0.0, 4.0 + 8.0 * random.nextDouble(), 0.5, azimuth);
      case FOG -> weather(0.01 + 0.02 * random.nextDouble(), 0.0, 0.5, azimuth);
    };
  }

  private static Weather weather(
      double fogPerM, double rainMmph, double elevation, double azimuth) {
    double wetness = rainMmph > 0.0 ? 0.5 : 0.0;
    return new Weather(fogPerM, 0.0, rainMmph, 0.0, 0.0, elevation, azimuth, wetness, 1.0);
  }

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
