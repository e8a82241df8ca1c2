package io.camber.sim.scenario.action;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.weather.Extinction;
import io.camber.sim.weather.WeatherText;
import io.camber.truth.Weather;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an Environment says about the weather; what it is silent about stays. */
@Plays(
    value = {"Weather", "Fog"},
    support = Support.PARTLY,
    note = "no clouds, temperature and bounding box of fog")
@Plays(
    value = "Precipitation",
    support = Support.PARTLY,
    note =
        "precipitationIntensity in mm/h; the older intensity from 0 to 1 counts as up to 50 mm/h")
@Plays(value = "Sun", support = Support.PARTLY, note = "elevation and azimuth; illuminance follows")
@Plays(
    value = "RoadCondition",
    support = Support.PARTLY,
    note = "frictionScaleFactor and wetness, without properties")
@Plays(
    value = {"Wind", "DomeImage", "DomeFile"},
    support = Support.NOT,
    note = "warning: not simulated")
record WeatherChange(
    OptionalDouble fogPerM,
    OptionalDouble rainMmph,
    OptionalDouble snowMmph,
    OptionalDouble sunElevation,
    OptionalDouble sunAzimuth,
    OptionalDouble wetness,
    OptionalDouble frictionScale) {
  /** What the older standard's heaviest precipitation, intensity 1, is taken for. */
  private static final double HEAVIEST_MMPH = 50.0;
  /** Farther than this a visibility is no fog. */
  private static final double CLEAR_M = 20_000.0;

  private static final double ZENITH_ROUNDED = 1.58;
  private static final double DAY_S = 86_400.0;
  /** The sun's height at noon where no Sun element tells it. */
  private static final double NOON_ELEVATION = 0.9;

  static WeatherChange read(Node environment, double timeOfDayS) {
    Optional<Node> weather = environment.find("Weather");
    weather.ifPresent(node -> node.ignoreAttributes(
        "cloudState", "fractionalCloudCover", "atmosphericPressure", "temperature"));
    Optional<Node> fog = weather.flatMap(node -> node.find("Fog"));
    Optional<Node> rain = weather.flatMap(node -> node.find("Precipitation"));
    Optional<Node> sun = weather.flatMap(node -> node.find("Sun"));
    Optional<Node> road = environment.find("RoadCondition");
    fog.ifPresent(node -> node.ignore("BoundingBox"));
    sun.ifPresent(node -> node.ignoreAttributes("intensity", "illuminance"));
    road.ifPresent(node -> node.ignore("Properties"));
    for (String unseen : new String[] {"Wind", "DomeImage"}) {
      weather.flatMap(node -> node.find(unseen)).ifPresent(node -> {
        node.warn("<" + unseen + "> is not simulated");
        node.ignoreAll();
      });
    }
    OptionalDouble elevation = zenithAtMost(number(sun, "elevation"));
    WeatherChange change = new WeatherChange(
        fog(fog),
        rain.isPresent() ? OptionalDouble.of(rate(rain.get(), "rain")) : OptionalDouble.empty(),
        rain.isPresent() ? OptionalDouble.of(rate(rain.get(), "snow")) : OptionalDouble.empty(),
        elevation.isPresent() || Double.isNaN(timeOfDayS)
            ? elevation
            : OptionalDouble.of(elevationAt(timeOfDayS)),
        azimuth(number(sun, "azimuth")),
        road.flatMap(node -> node.findText("wetness"))
            .map(text -> OptionalDouble.of(wetness(road.get(), text)))
            .orElse(OptionalDouble.empty()),
        number(road, "frictionScaleFactor"));
    try {
      change.on(Weather.CLEAR);
    } catch (IllegalArgumentException e) {
      throw environment.error("the weather is impossible: " + e.getMessage());
    }
    return change;
  }

  /** Files round a right angle to 1.571, a little more than it is. */
  private static OptionalDouble zenithAtMost(OptionalDouble told) {
    return told.isPresent() && Math.abs(told.getAsDouble()) < ZENITH_ROUNDED
        ? OptionalDouble.of(Math.max(-Math.PI / 2.0, Math.min(Math.PI / 2.0, told.getAsDouble())))
        : told;
  }

  /** The standard counts clockwise from north, the map counter-clockwise from east. */
  private static OptionalDouble azimuth(OptionalDouble told) {
    return told.isPresent()
        ? OptionalDouble.of((Math.PI / 2.0 - told.getAsDouble()) % (2.0 * Math.PI))
        : told;
  }

  private static OptionalDouble number(Optional<Node> node, String attribute) {
    return node.isPresent() && node.get().has(attribute)
        ? OptionalDouble.of(node.get().finite(attribute))
        : OptionalDouble.empty();
  }

  private static OptionalDouble fog(Optional<Node> fog) {
    if (fog.isEmpty()) {
      return OptionalDouble.empty();
    }
    double visibility = fog.get().number("visualRange", Double.POSITIVE_INFINITY);
    if (!(visibility > 0.0)) {
      throw fog.get().error("visualRange=" + visibility + " is not positive");
    }
    return OptionalDouble.of(
        visibility >= CLEAR_M ? 0.0 : Extinction.KOSCHMIEDER / Math.max(1.0, visibility));
  }

  private static double rate(Node node, String type) {
    node.ignoreAttributes("intensity", "precipitationIntensity");
    if (!node.text("precipitationType", "dry").toLowerCase(Locale.ROOT).equals(type)) {
      return 0.0;
    }
    return node.has("precipitationIntensity")
        ? node.finite("precipitationIntensity")
        : HEAVIEST_MMPH * Math.min(1.0, node.finite("intensity", 0.0));
  }

  private static double wetness(Node node, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "dry" -> 0.0;
      case "moist" -> 0.4;
      case "wetwithpuddles", "lowflooded", "highflooded" -> 1.0;
      default -> throw node.error("wetness=\"" + text + "\" is unknown");
    };
  }

  /** A day of twelve hours of sun. */
  private static double elevationAt(double timeOfDayS) {
    double hours = (timeOfDayS % DAY_S) / 3600.0;
    return NOON_ELEVATION * StrictMath.sin(Math.PI * (hours - 6.0) / 12.0);
  }

  Weather on(Weather before) {
    Weather falling = WeatherText.precipitation(
        before, rainMmph.orElse(before.rainMmph()), snowMmph.orElse(before.snowMmph()));
    return new Weather(
        fogPerM.orElse(before.fogPerM()),
        before.smokePerM(),
        falling.rainMmph(),
        falling.snowMmph(),
        before.exhaust(),
        sunElevation.orElse(before.sunElevation()),
        sunAzimuth.orElse(before.sunAzimuth()),
        wetness.orElse(falling.wetness()),
        frictionScale.orElse(falling.frictionScale()));
  }
}
