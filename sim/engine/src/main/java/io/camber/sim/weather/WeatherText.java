package io.camber.sim.weather;

import io.camber.diagnostics.InputException;
import io.camber.truth.Weather;
import java.util.List;

/**
 * Weather as people write it: parts with a comma between, each a name and perhaps values, such as
 * {@code fog:visibility=60m,night} or {@code rain:rate=20,sun:elevation=5:azimuth=30}. Parts: {@code clear}, {@code
 * fog:visibility=M}, {@code smoke:visibility=M}, {@code rain:rate=MMPH}, {@code snow:rate=MMPH}, {@code
 * exhaust:density=SHARE}, {@code night}, {@code dusk}, {@code sun:elevation=DEG:azimuth=DEG}, {@code wet:film=SHARE}, {@code
 * friction:scale=FACTOR}. Degrees exist in this text only.
 */
public final class WeatherText {
  private static final List<String> PARTS = List.of(
      "clear",
      "fog",
      "smoke",
      "rain",
      "snow",
      "exhaust",
      "night",
      "dusk",
      "sun",
      "wet",
      "friction");

  /** Friction of a wet road over that of a dry one, of fresh snow likewise. */
  private static final double WET_FRICTION = 0.75;

  private static final double SNOW_FRICTION = 0.40;
  private static final double NIGHT_ELEVATION = Math.toRadians(-18.0);
  private static final double DUSK_ELEVATION = Math.toRadians(-3.0);

  private final String text;
  private double fog;
  private double smoke;
  private double rain;
  private double snow;
  private double exhaust;
  private double elevation = Weather.CLEAR.sunElevation();
  private double azimuth = Weather.CLEAR.sunAzimuth();
  private double wetness = -1.0;
  private double friction = -1.0;

  private WeatherText(String text) {
    this.text = text;
  }

  /**
   * Reads weather.
   *
   * @throws InputException naming the part that is wrong
   */
  public static Weather parse(String text) {
    WeatherText reader = new WeatherText(text);
    for (String part : text.strip().split(",", -1)) {
      reader.part(part.strip());
    }
    try {
      return reader.weather();
    } catch (IllegalArgumentException e) {
      throw new InputException("weather " + text + ": " + e.getMessage(), e);
    }
  }

  /** The weather of rain and snow of a rate, roads and grip included. */
  public static Weather precipitation(Weather before, double rainMmph, double snowMmph) {
    return new Weather(
        before.fogPerM(),
        before.smokePerM(),
        rainMmph,
        snowMmph,
        before.exhaust(),
        before.sunElevation(),
        before.sunAzimuth(),
        Math.max(before.wetness(), wetness(rainMmph, snowMmph)),
        Math.min(before.frictionScale(), friction(rainMmph, snowMmph)));
  }

  private static double wetness(double rainMmph, double snowMmph) {
    return Math.max(Math.min(1.0, rainMmph / 4.0), snowMmph > 0.0 ? 0.4 : 0.0);
  }

  private static double friction(double rainMmph, double snowMmph) {
    if (snowMmph > 0.0) {
      return SNOW_FRICTION;
    }
    return rainMmph > 0.2 ? WET_FRICTION : 1.0;
  }

  private Weather weather() {
    return new Weather(
        fog,
        smoke,
        rain,
        snow,
        exhaust,
        elevation,
        azimuth,
        wetness >= 0.0 ? wetness : wetness(rain, snow),
        friction >= 0.0 ? friction : wetness > 0.3 ? WET_FRICTION : friction(rain, snow));
  }

  private void part(String part) {
    String[] words = part.split(":", -1);
    switch (words[0]) {
      case "clear" -> none(words);
      case "night" -> {
        none(words);
        elevation = NIGHT_ELEVATION;
      }
      case "dusk" -> {
        none(words);
        elevation = DUSK_ELEVATION;
      }
      case "fog" -> fog = Extinction.KOSCHMIEDER / value(words, "visibility", 60.0, 1.0, 1e5);
      case "smoke" -> smoke = Extinction.KOSCHMIEDER / value(words, "visibility", 30.0, 1.0, 1e5);
      case "rain" -> rain = value(words, "rate", 20.0, 0.0, 300.0);
      case "snow" -> snow = value(words, "rate", 3.0, 0.0, 100.0);
      case "exhaust" -> exhaust = value(words, "density", 0.6, 0.0, 1.0);
      case "wet" -> wetness = value(words, "film", 0.8, 0.0, 1.0);
      case "friction" -> friction = value(words, "scale", 0.5, 0.05, 2.0);
      case "sun" -> {
        elevation = Math.toRadians(value(words, "elevation", 5.0, -90.0, 90.0));
        azimuth = Math.toRadians(value(words, "azimuth", 0.0, -360.0, 360.0));
      }
      default ->
        throw new InputException("weather " + text + ": there is no weather '" + words[0]
            + "'; there are " + String.join(", ", PARTS));
    }
  }

  private void none(String[] words) {
    if (words.length > 1) {
      throw new InputException("weather " + text + ": " + words[0] + " takes no value");
    }
  }

  private double value(String[] words, String key, double otherwise, double min, double max) {
    double found = otherwise;
    for (int i = 1; i < words.length; i++) {
      if (words[i].startsWith(key + "=")) {
        found = number(words[i].substring(key.length() + 1));
        if (!(found >= min && found <= max)) {
          throw new InputException(
              "weather " + text + ": " + words[i] + " is outside [" + min + ", " + max + "]");
        }
      } else if (!words[0].equals("sun") || !words[i].matches("(elevation|azimuth)=.*")) {
        throw new InputException(
            "weather " + text + ": " + words[0] + " takes " + key + "=X, not '" + words[i] + "'");
      }
    }
    return found;
  }

  private double number(String value) {
    String digits = value.replaceAll("(mm/h|deg|m)$", "");
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new InputException("weather " + text + ": " + value + " is not a number", e);
    }
  }
}
