package io.camber.sim.sensor.ultrasonic;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.within;

/**
 * An ultrasonic sensor in a bumper.
 *
 * @param fieldOfView horizontal opening of the cone, rad
 * @param rangeMinM nearer echoes fall into the ringing of the membrane: they are heard as coming from here
 * @param rangeMaxM of a flat body; people answer up to 60 % of it
 * @param rangeStdM one sigma of each echo
 * @param missShare share of the pulses whose echo is lost to wind and noise
 */
public record UltrasonicConfig(
    String sensorId,
    double mountX,
    double mountY,
    double mountZ,
    double mountYaw,
    double fieldOfView,
    double rangeMinM,
    double rangeMaxM,
    double rangeStdM,
    double missShare) {
  public UltrasonicConfig {
    finite("mountX", mountX);
    finite("mountY", mountY);
    finite("mountZ", mountZ);
    finite("mountYaw", mountYaw);
    within("fieldOfView", fieldOfView, 0.05, 3.1);
    within("rangeMinM", rangeMinM, 0.0, 1.0);
    within("rangeMaxM", rangeMaxM, rangeMinM + 0.1, 20.0);
    notNegative("rangeStdM", rangeStdM);
    within("missShare", missShare, 0.0, 1.0);
  }

  /** In the front bumper: 0.15 to 5.5 m and 70 degrees, round values of current data sheets of that class. */
  public static UltrasonicConfig front() {
    return new UltrasonicConfig(
        "ultrasonic_front", 3.7, 0.0, 0.5, 0.0, 1.22, 0.15, 5.5, 0.01, 0.02);
  }
}
