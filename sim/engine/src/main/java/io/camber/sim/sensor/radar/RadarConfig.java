package io.camber.sim.sensor.radar;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

/**
 * An automotive radar at 77 GHz.
 *
 * @param fieldOfView horizontal, rad
 * @param rangeMaxM where a car of 10 dBsm is still seen in every second cycle
 * @param clutterMean mean number of returns of nothing in particular in a cycle
 * @param ghostShare share of the returns that come a second time by way of a mirror
 */
public record RadarConfig(
    String sensorId,
    double mountX,
    double mountY,
    double mountZ,
    double mountYaw,
    double fieldOfView,
    double rangeMaxM,
    double rangeStdM,
    double azimuthStd,
    double rangeRateStdMps,
    double clutterMean,
    double ghostShare) {
  public RadarConfig {
    finite("mountX", mountX);
    finite("mountY", mountY);
    finite("mountZ", mountZ);
    finite("mountYaw", mountYaw);
    within("fieldOfView", fieldOfView, 0.05, 3.1);
    within("rangeMaxM", rangeMaxM, 5.0, 500.0);
    notNegative("rangeStdM", rangeStdM);
    notNegative("azimuthStd", azimuthStd);
    notNegative("rangeRateStdMps", rangeRateStdMps);
    within("clutterMean", clutterMean, 0.0, 100.0);
    within("ghostShare", ghostShare, 0.0, 1.0);
  }

  /** A long-range radar in the bumper: round values of current data sheets of that class. */
  public static RadarConfig front() {
    return new RadarConfig(
        "radar_front", 3.7, 0.0, 0.5, 0.0, 2.0, 200.0, 0.12, 0.008, 0.05, 4.0, 0.05);
  }

  /** The same without noise, clutter and ghosts. */
  public RadarConfig withoutNoise() {
    return new RadarConfig(
        sensorId,
        mountX,
        mountY,
        mountZ,
        mountYaw,
        fieldOfView,
        rangeMaxM,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0);
  }
}
