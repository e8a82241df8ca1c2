package io.camber.truth;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

/**
 * What lies between sensors and things, and on the road.
 *
 * @param fogPerM extinction of fog, 1/m; 3 over the visibility (Koschmieder)
 * @param smokePerM extinction of smoke, 1/m
 * @param rainMmph rain rate
 * @param snowMmph snow rate as water
 * @param exhaust density of the vapour behind vehicles, 0 to 1
 * @param sunElevation above the horizon, rad; negative at night
 * @param sunAzimuth from the map's x axis counter-clockwise, rad
 * @param wetness of the road, 0 dry to 1 a closed film of water
 * @param frictionScale multiplies the tyres' friction; 1 on dry asphalt
 */
public record Weather(
    double fogPerM,
    double smokePerM,
    double rainMmph,
    double snowMmph,
    double exhaust,
    double sunElevation,
    double sunAzimuth,
    double wetness,
    double frictionScale) {
  /** The sun of a fair afternoon: the direction (0.47, -0.55, 0.69). */
  private static final double AFTERNOON_ELEVATION = 0.7615;

  private static final double AFTERNOON_AZIMUTH = -0.8637;

  /** A fair, dry afternoon. */
  public static final Weather CLEAR =
      new Weather(0.0, 0.0, 0.0, 0.0, 0.0, AFTERNOON_ELEVATION, AFTERNOON_AZIMUTH, 0.0, 1.0);

  public Weather {
    within("fogPerM", fogPerM, 0.0, 3.0);
    within("smokePerM", smokePerM, 0.0, 3.0);
    within("rainMmph", rainMmph, 0.0, 300.0);
    within("snowMmph", snowMmph, 0.0, 100.0);
    within("exhaust", exhaust, 0.0, 1.0);
    within("sunElevation", sunElevation, -Math.PI / 2.0, Math.PI / 2.0);
    within("sunAzimuth", sunAzimuth, -2.0 * Math.PI, 2.0 * Math.PI);
    within("wetness", wetness, 0.0, 1.0);
    notNegative("frictionScale", frictionScale);
  }

  public boolean isClear() {
    return equals(CLEAR);
  }
}
