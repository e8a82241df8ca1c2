package io.camber.sim.dynamics;

import io.camber.vehicle.VehicleDescription;

/** All parameters of the simulated car. */
public record PlantConfig(
    ChassisConfig chassis, TyreConfig tyres, SteeringConfig steering, PowertrainConfig powertrain) {

  /** Drive power over mass of a family car, 110 kW at 1600 kg. */
  private static final double POWER_W_PER_KG = 69.0;

  /** The car that a description describes, completed with what its manufacturer does not tell. */
  public static PlantConfig of(VehicleDescription vehicle) {
    return new PlantConfig(
        ChassisConfig.ofProportions(
            vehicle.massKg(), vehicle.wheelbaseM(), vehicle.widthM(), vehicle.heightM()),
        TyreConfig.passengerCar(),
        new SteeringConfig(
            vehicle.steeringAngleMax(),
            vehicle.steeringRateRadpsMax(),
            vehicle.steeringDeadTimeS(),
            vehicle.steeringLagS()),
        new PowertrainConfig(
            vehicle.accelMps2Max(),
            POWER_W_PER_KG,
            vehicle.decelMps2Max(),
            vehicle.driveLagS(),
            vehicle.brakeLagS()));
  }
}
