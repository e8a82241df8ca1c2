package io.camber.localization.inertial;

import static io.camber.geometry.Numbers.positive;

/**
 * What the filter believes about its sensors. Standard deviations are one sigma.
 *
 * @param accelNoise of the accelerometer, m/s2/sqrt(Hz), with room for vibration and scale errors
 * @param gyroNoise of the gyro, rad/s/sqrt(Hz)
 * @param accelBiasStdMps2 at turn-on
 * @param gyroBiasStdRadps at turn-on
 * @param accelBiasWalk m/s2/sqrt(s)
 * @param gyroBiasWalk rad/s/sqrt(s)
 * @param gnssDriftStdM slow part of the satellite position error
 * @param gnssDriftTimeS its time constant
 * @param wheelNoiseStdMps of the mean rear wheel speed
 * @param wheelScaleStd relative error of the wheel speed
 * @param lateralStdMps sideways speed of the rear axle that slip does not explain
 * @param slipS2pM slip angle of the rear axle per lateral acceleration of a usual car
 * @param slipStdS2pM how much cars differ in that
 */
public record InertialConfig(
    double accelNoise,
    double gyroNoise,
    double accelBiasStdMps2,
    double gyroBiasStdRadps,
    double accelBiasWalk,
    double gyroBiasWalk,
    double gnssDriftStdM,
    double gnssDriftTimeS,
    double wheelNoiseStdMps,
    double wheelScaleStd,
    double lateralStdMps,
    double slipS2pM,
    double slipStdS2pM) {
  /** Automotive inertial unit, carrier-phase satellite receiver, anti-lock wheel sensors. */
  public static final InertialConfig DEFAULTS = new InertialConfig(
      0.01, 5e-4, 0.05, 3e-3, 5e-4, 3e-5, 0.03, 60.0, 0.03, 0.01, 0.03, 0.005, 0.003);

  public InertialConfig {
    positive("accelNoise", accelNoise);
    positive("gyroNoise", gyroNoise);
    positive("accelBiasStdMps2", accelBiasStdMps2);
    positive("gyroBiasStdRadps", gyroBiasStdRadps);
    positive("accelBiasWalk", accelBiasWalk);
    positive("gyroBiasWalk", gyroBiasWalk);
    positive("gnssDriftStdM", gnssDriftStdM);
    positive("gnssDriftTimeS", gnssDriftTimeS);
    positive("wheelNoiseStdMps", wheelNoiseStdMps);
    positive("wheelScaleStd", wheelScaleStd);
    positive("lateralStdMps", lateralStdMps);
    positive("slipS2pM", slipS2pM);
    positive("slipStdS2pM", slipStdS2pM);
  }
}
