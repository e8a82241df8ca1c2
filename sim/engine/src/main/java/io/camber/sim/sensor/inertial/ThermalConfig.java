package io.camber.sim.sensor.inertial;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * How temperature moves the biases of an inertial unit, which warms itself up after it is switched on.
 *
 * @param coldByK how far it is below its working temperature at the start; 0 for a unit that is warm
 * @param warmUpS time constant of its warming
 * @param accelStdPerK one sigma of each accelerometer axis' coefficient, m/s2 a kelvin
 * @param gyroStdPerK one sigma of each gyroscope axis' coefficient, rad/s a kelvin
 */
public record ThermalConfig(
    double coldByK, double warmUpS, double accelStdPerK, double gyroStdPerK) {
  public ThermalConfig {
    finite("coldByK", coldByK);
    positive("warmUpS", warmUpS);
    notNegative("accelStdPerK", accelStdPerK);
    notNegative("gyroStdPerK", gyroStdPerK);
  }

  /** Warm; 0.1 mg and 0.005 deg/s a kelvin, round values of data sheets of automotive units. */
  static ThermalConfig automotive() {
    return new ThermalConfig(0.0, 120.0, 1.0e-3, 8.7e-5);
  }

  /** Degrees below the working temperature at a time after the start. */
  double missingK(double timeS) {
    return coldByK * StrictMath.exp(-timeS / warmUpS);
  }
}
