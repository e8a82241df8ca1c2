package io.camber.sensing;

import io.camber.geometry.Numbers;
import io.camber.geometry.Pose3;

/**
 * Where a radar sits and what it covers. {@code baseFromRadar} maps points of the sensor frame into {@code base_link}.
 *
 * @param fieldOfView horizontal, half of it to each side, rad
 * @param rangeM as far as it is said to see a car
 */
public record RadarCalibration(
    String sensorId, Pose3 baseFromRadar, double fieldOfView, double rangeM) {
  public RadarCalibration {
    Numbers.notNegative("fieldOfView", fieldOfView);
    Numbers.notNegative("rangeM", rangeM);
  }
}
