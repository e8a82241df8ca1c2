package io.camber.sim.sensor.inertial;

import static io.camber.geometry.Numbers.notNegative;

/**
 * Errors of what the car reports about itself.
 *
 * @param steeringOffsetStd one sigma of the constant error of the steering zero, rad at the road wheel
 * @param steeringNoiseStd one sigma per sample, rad
 * @param steeringQuantum step of the digital output, rad
 * @param speedNoiseStdMps one sigma per sample
 * @param speedQuantumMps step of the digital output
 * @param accelNoiseStdMps2 one sigma per sample
 * @param accelQuantumMps2 step of the digital output
 */
public record ChassisSensorConfig(
    double steeringOffsetStd,
    double steeringNoiseStd,
    double steeringQuantum,
    double speedNoiseStdMps,
    double speedQuantumMps,
    double accelNoiseStdMps2,
    double accelQuantumMps2) {
  public ChassisSensorConfig {
    notNegative("steeringOffsetStd", steeringOffsetStd);
    notNegative("steeringNoiseStd", steeringNoiseStd);
    notNegative("steeringQuantum", steeringQuantum);
    notNegative("speedNoiseStdMps", speedNoiseStdMps);
    notNegative("speedQuantumMps", speedQuantumMps);
    notNegative("accelNoiseStdMps2", accelNoiseStdMps2);
    notNegative("accelQuantumMps2", accelQuantumMps2);
  }

  /**
   * Hand-wheel sensor of 0.1 degrees behind a ratio of 15, calibrated to 1 degree at the hand wheel; speed of the
   * instrument cluster in 1/32 km/h; acceleration of the stability control's own unit.
   */
  public static ChassisSensorConfig familyCar() {
    return new ChassisSensorConfig(0.0006, 0.0002, 0.000116, 0.01, 1.0 / 32.0 / 3.6, 0.03, 0.01);
  }
}
