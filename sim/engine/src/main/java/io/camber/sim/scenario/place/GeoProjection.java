package io.camber.sim.scenario.place;

import io.camber.geometry.Vec2;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A transverse Mercator projection of the WGS 84 ellipsoid, as a PROJ string describes it: "+proj=tmerc" with its parameters, or
 * "+proj=utm" with a zone. Krueger's series in the third flattening n to the fourth order (Karney 2011, eq. 7 to 12 and 35),
 * good to a micrometre within 3000 km of the central meridian.
 */
final class GeoProjection {
  private static final double RADIUS_M = 6_378_137.0;
  private static final double FLATTENING = 1.0 / 298.257223563;
  private static final double N = FLATTENING / (2.0 - FLATTENING);
  private static final double MERIDIAN_M =
      RADIUS_M / (1.0 + N) * (1.0 + N * N / 4.0 + N * N * N * N / 64.0);
  private static final double[] ALPHA = {
    N / 2.0 - 2.0 / 3.0 * N * N + 5.0 / 16.0 * N * N * N + 41.0 / 180.0 * N * N * N * N,
    13.0 / 48.0 * N * N - 3.0 / 5.0 * N * N * N + 557.0 / 1440.0 * N * N * N * N,
    61.0 / 240.0 * N * N * N - 103.0 / 140.0 * N * N * N * N,
    49561.0 / 161280.0 * N * N * N * N
  };

  private final double longitude0;
  private final double scale;
  private final double falseEastingM;
  private final double northingM0;

  private GeoProjection(
      double latitude0,
      double longitude0,
      double scale,
      double falseEastingM,
      double falseNorthingM) {
    this.longitude0 = longitude0;
    this.scale = scale;
    this.falseEastingM = falseEastingM;
    this.northingM0 =
        falseNorthingM - scale * MERIDIAN_M * series(latitude0, 0.0).y();
  }

  /** Reads a PROJ string; empty when it is another projection or lacks a parameter. */
  static Optional<GeoProjection> parse(String proj) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : proj.strip().split("\\s+", -1)) {
      int equals = part.indexOf('=');
      values.put(
          part.startsWith("+") ? part.substring(1, equals < 0 ? part.length() : equals) : part,
          equals < 0 ? "" : part.substring(equals + 1));
    }
    try {
      return switch (values.getOrDefault("proj", "")) {
        case "tmerc" ->
          Optional.of(new GeoProjection(
              StrictMath.toRadians(number(values, "lat_0", 0.0)),
              StrictMath.toRadians(number(values, "lon_0", 0.0)),
              number(values, "k", number(values, "k_0", 1.0)),
              number(values, "x_0", 0.0),
              number(values, "y_0", 0.0)));
        case "utm" -> utm(values);
        default -> Optional.empty();
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<GeoProjection> utm(Map<String, String> values) {
    double zone = number(values, "zone", Double.NaN);
    if (!(zone >= 1.0 && zone <= 60.0)) {
      return Optional.empty();
    }
    double meridian = StrictMath.toRadians(6.0 * zone - 183.0);
    double northing = values.containsKey("south") ? 10_000_000.0 : 0.0;
    return Optional.of(new GeoProjection(0.0, meridian, 0.9996, 500_000.0, northing));
  }

  private static double number(Map<String, String> values, String key, double otherwise) {
    String text = values.get(key);
    return text == null ? otherwise : Double.parseDouble(text);
  }

  /** Easting and northing in metres of a place in radians. */
  Vec2 project(double latitude, double longitude) {
    Vec2 unit = series(latitude, longitude - longitude0);
    return new Vec2(
        falseEastingM + scale * MERIDIAN_M * unit.x(), northingM0 + scale * MERIDIAN_M * unit.y());
  }

  /** Easting eta and northing xi on the unit of the rectifying radius. */
  private static Vec2 series(double latitude, double lambda) {
    double sin = StrictMath.sin(latitude);
    double e = 2.0 * Math.sqrt(N) / (1.0 + N);
    double t = StrictMath.sinh(atanh(sin) - e * atanh(e * sin));
    double xi0 = StrictMath.atan2(t, StrictMath.cos(lambda));
    double eta0 = atanh(StrictMath.sin(lambda) / Math.sqrt(1.0 + t * t));
    double xi = xi0;
    double eta = eta0;
    for (int j = 1; j <= ALPHA.length; j++) {
      xi += ALPHA[j - 1] * StrictMath.sin(2 * j * xi0) * StrictMath.cosh(2 * j * eta0);
      eta += ALPHA[j - 1] * StrictMath.cos(2 * j * xi0) * StrictMath.sinh(2 * j * eta0);
    }
    return new Vec2(eta, xi);
  }

  private static double atanh(double x) {
    return 0.5 * StrictMath.log((1.0 + x) / (1.0 - x));
  }
}
