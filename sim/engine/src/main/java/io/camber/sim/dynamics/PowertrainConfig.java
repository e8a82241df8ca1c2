package io.camber.sim.dynamics;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * Drive and brakes. Demands are accelerations; the powertrain answers with the force that would give them on a level
 * road without drag.
 *
 * @param accelMps2Max strongest drive
 * @param powerWPerKgMax drive power over mass, which limits the drive at speed
 * @param decelMps2Max strongest braking
 * @param driveLagS first-order time constant of the drive
 * @param brakeLagS first-order time constant of the brakes
 */
public record PowertrainConfig(
    double accelMps2Max,
    double powerWPerKgMax,
    double decelMps2Max,
    double driveLagS,
    double brakeLagS) {
  public PowertrainConfig {
    positive("accelMps2Max", accelMps2Max);
    positive("powerWPerKgMax", powerWPerKgMax);
    positive("decelMps2Max", decelMps2Max);
    notNegative("driveLagS", driveLagS);
    notNegative("brakeLagS", brakeLagS);
  }
}
