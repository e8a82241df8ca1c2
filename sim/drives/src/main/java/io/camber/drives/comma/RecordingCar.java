package io.camber.drives.comma;

import io.camber.vehicle.VehicleDescription;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two cars of the collection, told by the identity of the device in the route's name, and any other. Sizes are the makers'
 * for the model of the years; the collection gives none.
 */
enum RecordingCar {
  RAV4("b0c9d2329ad1606b", "Toyota RAV4", 4.60, 1.85, 1.68, 2.66, 1.0),
  CIVIC("99c94dc769b5d96e", "Honda Civic", 4.63, 1.80, 1.42, 2.70, 1.05),
  OTHER("", "car", 4.6, 1.82, 1.5, 2.7, 1.0);

  private final String device;
  private final String model;
  final double lengthM;
  final double widthM;
  final double heightM;
  private final double wheelbaseM;
  final double rearOverhangM;

  RecordingCar(
      String device,
      String model,
      double lengthM,
      double widthM,
      double heightM,
      double wheelbaseM,
      double rearOverhangM) {
    this.device = device;
    this.model = model;
    this.lengthM = lengthM;
    this.widthM = widthM;
    this.heightM = heightM;
    this.wheelbaseM = wheelbaseM;
    this.rearOverhangM = rearOverhangM;
  }

  /** The car of a route by the route's name. */
  static Optional<RecordingCar> of(String route) {
    return Arrays.stream(values())
        .filter(car -> car != OTHER && route.startsWith(car.device))
        .findFirst();
  }

  VehicleDescription description() {
    VehicleDescription car = VehicleDescription.midSizeCar();
    return new VehicleDescription(
        "comma2k19 " + model,
        lengthM,
        widthM,
        heightM,
        wheelbaseM,
        rearOverhangM,
        car.massKg(),
        car.steeringAngleMax(),
        car.steeringRateRadpsMax(),
        car.steeringDeadTimeS(),
        car.steeringLagS(),
        car.accelMps2Max(),
        car.decelMps2Max(),
        car.driveLagS(),
        car.brakeLagS());
  }
}
