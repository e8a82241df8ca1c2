package io.camber.sim.world;

import io.camber.diagnostics.InputException;
import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorTruth;
import io.camber.vehicle.VehicleDescription;

/** What the stack is told about the car it drives: dimensions from the scenario, actuation of a mid-size car. */
final class EgoDescription {
  /** Wheelbase over length where the scenario gives no axles. */
  private static final double WHEELBASE_SHARE = 0.6;

  /** Mass over the volume of the bounding box: 1600 kg for a mid-size car. */
  private static final double DENSITY_KGPM3 = 122.0;

  private EgoDescription() {}

  /** Refuses an ego that is no motor vehicle with two axles and an extent. */
  static VehicleDescription of(ActorTruth ego, double wheelbaseM) {
    ObjectClass objectClass = ego.objectClass();
    if (objectClass != ObjectClass.CAR
        && objectClass != ObjectClass.TRUCK
        && objectClass != ObjectClass.BUS) {
      throw new InputException(
          "ego " + ego.name() + " is a " + ego.kind()
              + ", which the stack cannot drive; name a car, truck or bus with --ego, or use --ego none");
    }
    double length = ego.size().lengthM();
    if (!(length > 0.5) || !(ego.size().widthM() > 0.5)) {
      throw new InputException("ego " + ego.name() + " has a bounding box of " + length + " x "
          + ego.size().widthM() + " m; give it the dimensions of a car");
    }
    double wheelbase =
        wheelbaseM > 0.3 * length && wheelbaseM < length ? wheelbaseM : WHEELBASE_SHARE * length;
    VehicleDescription car = VehicleDescription.midSizeCar();
    return new VehicleDescription(
        ego.name(),
        length,
        ego.size().widthM(),
        ego.size().heightM() > 0.3 ? ego.size().heightM() : car.heightM(),
        wheelbase,
        Math.max(0.0, length / 2.0 - ego.centerOffsetM()),
        Math.max(
            600.0,
            DENSITY_KGPM3
                * length
                * ego.size().widthM()
                * Math.max(1.0, ego.size().heightM())),
        car.steeringAngleMax(),
        car.steeringRateRadpsMax(),
        car.steeringDeadTimeS(),
        car.steeringLagS(),
        car.accelMps2Max(),
        car.decelMps2Max(),
        car.driveLagS(),
        car.brakeLagS());
  }

  /** An actor with the body of a vehicle; its reference point stays the middle of the rear axle. */
  static ActorTruth dress(ActorTruth ego, VehicleDescription body) {
    return new ActorTruth(
        ego.name(),
        ego.objectClass(),
        ego.kind(),
        ego.mapFromReference(),
        new Size3(body.lengthM(), body.widthM(), body.heightM()),
        body.centerOffsetM(),
        0.0,
        ego.speedMps(),
        ego.accelMps2(),
        ego.yawRateRadps(),
        ego.wheelAngle(),
        ego.lights());
  }
}
