package io.camber.sim.weather;

import io.camber.truth.Weather;

/**
 * How much light the air takes away and sends back, per metre, in the near infrared and, where droplets are far larger than the
 * wavelength, alike in the visible.
 *
 * <p>Fog: Koschmieder's law, 3 over the visibility. Rain and dry snow: specific attenuation of optical links, Recommendation
 * ITU-R P.1814, eqs. 8 and 10 (1.076 R^0.67 and 5.54 S^1.38 dB/km). Backscatter: 0.046 over the visibility for fog (Rasshofer,
 * Spies, Spies 2011, Influences of weather phenomena on automotive laser radar systems), the same ratio to the extinction for
 * the others.
 *
 * @param perM extinction coefficient
 * @param backPerM backscatter coefficient
 */
public record Extinction(double perM, double backPerM) {
  /** Visibility is where 5 % of the contrast are left: minus the logarithm of that. */
  public static final double KOSCHMIEDER = 2.996;

  private static final double BACK_RATIO = 0.046 / KOSCHMIEDER;
  /** Decibels per kilometre in one over a metre: 10 log10(e) 1000. */
  private static final double DB_PER_KM = 4342.94;
  /** Soot absorbs: half of what fog of the same visibility would send back. */
  private static final double SMOKE_ALBEDO = 0.5;

  /** What weather does to light. */
  public static Extinction of(Weather weather) {
    double fog = weather.fogPerM();
    double smoke = weather.smokePerM();
    double rain = weather.rainMmph() == 0.0
        ? 0.0
        : 1.076 * StrictMath.pow(weather.rainMmph(), 0.67) / DB_PER_KM;
    double snow = weather.snowMmph() == 0.0
        ? 0.0
        : 5.54 * StrictMath.pow(weather.snowMmph(), 1.38) / DB_PER_KM;
    return new Extinction(
        fog + smoke + rain + snow, BACK_RATIO * (fog + SMOKE_ALBEDO * smoke + rain + snow));
  }
}
