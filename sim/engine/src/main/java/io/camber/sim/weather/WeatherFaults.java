package io.camber.sim.weather;

import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.Weather;

/** Weather that a fault brings over the scene: fog, smoke, rain or snow while it is active. */
public final class WeatherFaults {
  private WeatherFaults() {}

  public static Weather apply(Weather weather, FaultTruths truths, long timeNs) {
    Weather changed = weather;
    for (FaultTruth fault : truths.faults()) {
      if (fault.target().equals("weather") && fault.isActive(timeNs)) {
        changed = apply(changed, fault.kind(), fault.severity());
      }
    }
    return changed;
  }

  private static Weather apply(Weather weather, String kind, double severity) {
    return switch (kind) {
      case "fog" -> withAir(weather, Extinction.KOSCHMIEDER / severity, weather.smokePerM());
      case "smoke" -> withAir(weather, weather.fogPerM(), Extinction.KOSCHMIEDER / severity);
      case "rain" -> WeatherText.precipitation(weather, severity, weather.snowMmph());
      case "snow" -> WeatherText.precipitation(weather, weather.rainMmph(), severity);
      default -> throw new IllegalStateException("no fault of weather is called " + kind);
    };
  }

  private static Weather withAir(Weather weather, double fogPerM, double smokePerM) {
    return new Weather(
        fogPerM,
        smokePerM,
        weather.rainMmph(),
        weather.snowMmph(),
        weather.exhaust(),
        weather.sunElevation(),
        weather.sunAzimuth(),
        weather.wetness(),
        weather.frictionScale());
  }
}
