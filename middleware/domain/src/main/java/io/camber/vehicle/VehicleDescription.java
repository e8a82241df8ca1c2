package io.camber.vehicle;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;

/**
 * The ego as its manufacturer describes it to the stack: dimensions and nominal actuation. The origin of
 * {@code base_link} is the centre of the rear axle on the ground.
 *
 * @param lengthM overall length
 * @param rearOverhangM from the rear axle back to the rear bumper
 * @param steeringAngleMax road-wheel angle limit of the bicycle model, rad
 * @param steeringRateRadpsMax road-wheel rate limit
 * @param steeringDeadTimeS pure delay between a steering command and the first reaction
 * @param steeringLagS first-order time constant after the dead time
 */
public record VehicleDescription(
    String name,
    double lengthM,
    double widthM,
    double heightM,
    double wheelbaseM,
    double rearOverhangM,
    double massKg,
    double steeringAngleMax,
    double steeringRateRadpsMax,
    double steeringDeadTimeS,
    double steeringLagS,
    double accelMps2Max,
    double decelMps2Max,
    double driveLagS,
    double brakeLagS) {

  public VehicleDescription {
    positive("lengthM", lengthM);
    positive("widthM", widthM);
    positive("heightM", heightM);
    positive("wheelbaseM", wheelbaseM);
    notNegative("rearOverhangM", rearOverhangM);
    positive("massKg", massKg);
    positive("steeringAngleMax", steeringAngleMax);
    positive("steeringRateRadpsMax", steeringRateRadpsMax);
    notNegative("steeringDeadTimeS", steeringDeadTimeS);
    notNegative("steeringLagS", steeringLagS);
    positive("accelMps2Max", accelMps2Max);
    positive("decelMps2Max", decelMps2Max);
    notNegative("driveLagS", driveLagS);
    notNegative("brakeLagS", brakeLagS);
  }

  /**
   * A mid-size car. Steering dead time 0.24 s and lag 0.27 s are the values Autoware documents for its reference vehicle.
   */
  public static VehicleDescription midSizeCar() {
    return new VehicleDescription(
        "mid-size car",
        4.7,
        1.86,
        1.5,
        2.79,
        0.95,
        1600.0,
        0.61,
        0.70,
        0.24,
        0.27,
        3.0,
        9.0,
        0.25,
        0.12);
  }

  /** Distance from {@code base_link} forward to the middle of the footprint. */
  public double centerOffsetM() {
    return lengthM / 2.0 - rearOverhangM;
  }

  /** Distance from {@code base_link} forward to the front bumper. */
  public double frontM() {
    return lengthM - rearOverhangM;
  }

  public Box2 footprint(Pose2 mapFromBase) {
    Vec2 middle = mapFromBase.apply(new Vec2(centerOffsetM(), 0.0));
    return new Box2(new Pose2(middle.x(), middle.y(), mapFromBase.yaw()), lengthM, widthM);
  }
}
