package io.camber.control.longitudinal;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Tuning of drive and brake.
 *
 * @param speedGainPerS acceleration per speed error
 * @param positionGainPerS2 acceleration per position error
 * @param integralTimeS time constant of the slow offset that takes out drag, grade and actuator errors
 * @param integralAccelMps2Max bound of that offset
 * @param jerkMps3Max how fast the demand may change while the plan is comfortable
 * @param emergencyJerkMps3Max how fast braking may build up when the plan brakes hard
 * @param transportS from computing a command to the actuator's input
 * @param holdAccelMps2 demand at standstill, negative
 * @param gradeShare share of the estimated grade that is compensated
 * @param rollingMps2 rolling resistance of a usual car
 * @param dragPerM deceleration by air drag per speed squared of a usual car
 */
public record LongitudinalConfig(
    double speedGainPerS,
    double positionGainPerS2,
    double integralTimeS,
    double integralAccelMps2Max,
    double jerkMps3Max,
    double emergencyJerkMps3Max,
    double transportS,
    double holdAccelMps2,
    double gradeShare,
    double rollingMps2,
    double dragPerM) {
  public static final LongitudinalConfig DEFAULTS =
      new LongitudinalConfig(1.2, 0.4, 6.0, 1.5, 2.5, 40.0, 0.006, -1.2, 1.0, 0.11, 2.7e-4);

  /** The same with other gains. */
  public LongitudinalConfig withGains(double otherSpeedGainPerS, double otherPositionGainPerS2) {
    return new LongitudinalConfig(
        otherSpeedGainPerS,
        otherPositionGainPerS2,
        integralTimeS,
        integralAccelMps2Max,
        jerkMps3Max,
        emergencyJerkMps3Max,
        transportS,
        holdAccelMps2,
        gradeShare,
        rollingMps2,
        dragPerM);
  }

  public LongitudinalConfig {
    positive("speedGainPerS", speedGainPerS);
    notNegative("positionGainPerS2", positionGainPerS2);
    positive("integralTimeS", integralTimeS);
    notNegative("integralAccelMps2Max", integralAccelMps2Max);
    positive("jerkMps3Max", jerkMps3Max);
    positive("emergencyJerkMps3Max", emergencyJerkMps3Max);
    notNegative("transportS", transportS);
    positive("minus holdAccelMps2", -holdAccelMps2);
    notNegative("gradeShare", gradeShare);
    notNegative("rollingMps2", rollingMps2);
    notNegative("dragPerM", dragPerM);
  }
}
