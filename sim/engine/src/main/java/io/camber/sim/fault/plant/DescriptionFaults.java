package io.camber.sim.fault.plant;

import io.camber.truth.FaultTruth;
import io.camber.vehicle.VehicleDescription;
import java.util.List;

/** A car that is not as the stack is told: wrong parameters and wrong units. */
public final class DescriptionFaults {
  private static final double FEET_PER_M = 3.28084;

  private DescriptionFaults() {}

  public static VehicleDescription apply(VehicleDescription vehicle, List<FaultTruth> faults) {
    VehicleDescription told = vehicle;
    for (FaultTruth fault : faults) {
      if (fault.target().equals("vehicle")) {
        told = apply(told, fault);
      }
    }
    return told;
  }

  private static VehicleDescription apply(VehicleDescription car, FaultTruth fault) {
    double factor = fault.severity();
    return switch (fault.kind()) {
      case "wheelbase" -> changed(car, 1.0, factor, 1.0, 1.0);
      case "steering_limit" -> changed(car, 1.0, 1.0, factor, 1.0);
      case "brake_limit" -> changed(car, 1.0, 1.0, 1.0, factor);
      case "feet" -> changed(car, FEET_PER_M, FEET_PER_M, 1.0, 1.0);
      default ->
        throw new IllegalStateException("no fault of descriptions is called " + fault.kind());
    };
  }

  private static VehicleDescription changed(
      VehicleDescription car, double length, double wheelbase, double steering, double brake) {
    return new VehicleDescription(
        car.name(),
        car.lengthM() * length,
        car.widthM() * length,
        car.heightM() * length,
        car.wheelbaseM() * wheelbase,
        car.rearOverhangM() * length,
        car.massKg(),
        car.steeringAngleMax() * steering,
        car.steeringRateRadpsMax(),
        car.steeringDeadTimeS(),
        car.steeringLagS(),
        car.accelMps2Max(),
        car.decelMps2Max() * brake,
        car.driveLagS(),
        car.brakeLagS());
  }
}
