package io.camber.app.control;

import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.doubletrack.DoubleTrackPlant;
import io.camber.sim.dynamics.doubletrack.TrailerConfig;
import io.camber.sim.dynamics.doubletrack.UnitConfig;
import io.camber.vehicle.VehicleDescription;

/** A vehicle of a file; its tyres know what they carry. */
public record DoubleTrackCar(DoubleTrackConfig nominal) implements TestCar {
  @Override
  public VehicleDescription description() {
    return nominal.description();
  }

  @Override
  public Plant plant(Perturbation perturbation) {
    double mass = perturbation.massScale();
    return new DoubleTrackPlant(new DoubleTrackConfig(
        nominal.name(),
        nominal.lengthM(),
        nominal.widthM(),
        nominal.heightM(),
        nominal.rearOverhangM(),
        scaled(nominal.unit(), mass),
        nominal.trailer().map(trailer -> scaled(trailer, mass)),
        nominal.tyre(),
        nominal.wheel(),
        perturbation.of(nominal.steering()),
        perturbation.of(nominal.powertrain()),
        nominal.brakes(),
        nominal.body(),
        nominal.hasTractionControl(),
        nominal.hasStabilityControl()));
  }

  private static UnitConfig scaled(UnitConfig unit, double mass) {
    return new UnitConfig(
        unit.massKg() * mass, unit.yawInertiaKgM2() * mass, unit.gravityCenterM(), unit.axles());
  }

  private static TrailerConfig scaled(TrailerConfig trailer, double mass) {
    return new TrailerConfig(
        scaled(trailer.unit(), mass),
        trailer.hitchBehindM(),
        trailer.hitchAheadM(),
        trailer.hitchHeightM(),
        trailer.lengthM(),
        trailer.widthM(),
        trailer.heightM());
  }
}
