package io.camber.app.control;

import io.camber.sim.dynamics.ChassisConfig;
import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PlantConfig;
import io.camber.sim.dynamics.SingleTrackPlant;
import io.camber.sim.dynamics.TyreConfig;
import io.camber.vehicle.VehicleDescription;

/** The mid-size car of a run without {@code --vehicle}. */
public final class SingleTrackCar implements TestCar {
  private final VehicleDescription description = VehicleDescription.midSizeCar();
  private final PlantConfig nominal = PlantConfig.of(description);

  @Override
  public VehicleDescription description() {
    return description;
  }

  /** It has none. */
  @Override
  public TestCar withoutPlay() {
    return this;
  }

  /** Tyres keep their cornering stiffness in N/rad when the mass is another. */
  @Override
  public Plant plant(Perturbation perturbation) {
    double mass = perturbation.massScale();
    ChassisConfig chassis = nominal.chassis();
    TyreConfig tyres = nominal.tyres();
    return new SingleTrackPlant(new PlantConfig(
        new ChassisConfig(
            chassis.massKg() * mass,
            chassis.yawInertiaKgM2() * mass,
            chassis.frontAxleM(),
            chassis.rearAxleM(),
            chassis.gravityCenterM(),
            chassis.dragAreaM2(),
            chassis.rollingCoefficient(),
            chassis.rollPerMps2(),
            chassis.pitchPerMps2(),
            chassis.bodyLagS()),
        new TyreConfig(
            tyres.frontStiffnessPerRad() / mass,
            tyres.rearStiffnessPerRad() / mass,
            tyres.friction()),
        perturbation.of(nominal.steering()),
        perturbation.of(nominal.powertrain())));
  }
}
