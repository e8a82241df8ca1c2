package io.camber.sim.sensor.inertial;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Errors of the wheel speed sensors.
 *
 * @param scaleStd one sigma of the error common to all wheels, relative: tyre wear and load
 * @param wheelScaleStd one sigma of each wheel's own error, relative
 * @param noiseStdMps one sigma of the timing noise
 * @param quantumMps step of the digital output
 * @param speedMpsMin below this the next tooth comes too late and the reading is 0
 */
public record WheelConfig(
    double scaleStd,
    double wheelScaleStd,
    double noiseStdMps,
    double quantumMps,
    double speedMpsMin) {
  public WheelConfig {
    notNegative("scaleStd", scaleStd);
    notNegative("wheelScaleStd", wheelScaleStd);
    notNegative("noiseStdMps", noiseStdMps);
    positive("quantumMps", quantumMps);
    notNegative("speedMpsMin", speedMpsMin);
  }

  /**
   * Anti-lock tone rings of 96 teeth on a 2.0 m tyre: 2.1 cm a tooth, silent after 0.2 s without one. Output step
   * 1/32 km/h as on common chassis buses; half a percent of radius spread covers wear and pressure.
   */
  public static WheelConfig toneRing() {
    return new WheelConfig(0.005, 0.001, 0.015, 1.0 / 32.0 / 3.6, 0.1);
  }
}
