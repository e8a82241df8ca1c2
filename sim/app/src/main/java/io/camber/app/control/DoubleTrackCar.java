package io.camber.app.control;

import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PowertrainConfig;
import io.camber.sim.dynamics.SteeringConfig;
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
    return new DoubleTrackPlant(
        with(mass, perturbation.of(nominal.steering()), perturbation.of(nominal.powertrain())));
  }

  @Override
  public TestCar withoutPlay() {
    SteeringConfig steering = nominal.steering();
    SteeringConfig stiff = new SteeringConfig(
        steering.angleMax(), steering.rateRadpsMax(), steering.deadTimeS(), steering.lagS(), 0.0);
    return new DoubleTrackCar(with(1.0, stiff, nominal.powertrain()));
  }

  private DoubleTrackConfig with(
      double massScale, SteeringConfig steering, PowertrainConfig powertrain) {
    return new DoubleTrackConfig(
        nominal.name(),
        nominal.lengthM(),
        nominal.widthM(),
        nominal.heightM(),
        nominal.rearOverhangM(),
        scaled(nominal.unit(), massScale),
        nominal.trailer().map(trailer -> scaled(trailer, massScale)),
        nominal.tyre(),
        nominal.wheel(),
        steering,
        powertrain,
        nominal.brakes(),
        nominal.body(),
        nominal.hasTractionControl(),
        nominal.hasStabilityControl());
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
