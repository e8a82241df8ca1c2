package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

import io.camber.sim.dynamics.PowertrainConfig;
import io.camber.sim.dynamics.SteeringConfig;
import io.camber.vehicle.VehicleDescription;
import java.util.Optional;

/**
 * A whole vehicle.
 *
 * @param rearOverhangM from the rear axle back to the rear bumper
 * @param unit the car or tractor, on two axles
 * @param hasTractionControl driven wheels are kept at the slip of the largest force instead of spinning
 * @param hasStabilityControl brakes single wheels when the car turns more or less than it is steered
 */
public record DoubleTrackConfig(
    String name,
    double lengthM,
    double widthM,
    double heightM,
    double rearOverhangM,
    UnitConfig unit,
    Optional<TrailerConfig> trailer,
    TyreConfig tyre,
    WheelConfig wheel,
    SteeringConfig steering,
    PowertrainConfig powertrain,
    BrakeConfig brakes,
    BodyConfig body,
    boolean hasTractionControl,
    boolean hasStabilityControl) {
  static final double GRAVITY_MPS2 = 9.81;

  public DoubleTrackConfig {
    positive("lengthM", lengthM);
    positive("widthM", widthM);
    positive("heightM", heightM);
    notNegative("rearOverhangM", rearOverhangM);
    if (unit.axles().size() != 2
        || !(unit.front().aheadM() > 0.0)
        || !(unit.rear().aheadM() < 0.0)) {
      throw new IllegalArgumentException(
          "axles: the vehicle needs one ahead of its centre of gravity and one behind it");
    }
  }

  public double wheelbaseM() {
    return unit.front().aheadM() - unit.rear().aheadM();
  }

  /** Of the car with its trailer. */
  public double totalMassKg() {
    return unit.massKg() + trailer.map(each -> each.unit().massKg()).orElse(0.0);
  }

  /** Weight that the trailer puts on the hitch at rest. */
  double hitchLoadN() {
    return trailer
        .map(each -> each.unit().massKg() * GRAVITY_MPS2 * each.hitchShare())
        .orElse(0.0);
  }

  /** Load of the front axle at rest. */
  public double frontLoadN() {
    double rear = -unit.rear().aheadM();
    double hitchAheadOfRear = trailer.map(each -> rear - each.hitchBehindM()).orElse(0.0);
    return (unit.massKg() * GRAVITY_MPS2 * rear + hitchLoadN() * hitchAheadOfRear) / wheelbaseM();
  }

  /** Load of the rear axle at rest. */
  public double rearLoadN() {
    return unit.massKg() * GRAVITY_MPS2 + hitchLoadN() - frontLoadN();
  }

  /** Cornering stiffness of the front axle at rest, N/rad. */
  public double frontCorneringN() {
    return corneringN(unit.front(), frontLoadN(), frontLoadN());
  }

  /** Cornering stiffness of the rear axle at rest, N/rad. */
  public double rearCorneringN() {
    return corneringN(unit.rear(), rearLoadN(), rearLoadN());
  }

  /** Tyres and what carries them in series; of these only the tyres know the load. */
  private double corneringN(AxleConfig axle, double restLoadN, double loadN) {
    double tyres = 2.0 * tyre.corneringN(loadN / 2.0);
    return tyres / (1.0 + tyres * yieldingRadpN(axle, restLoadN) / 2.0);
  }

  /** Angle by which a wheel gives way to its side force. */
  double yieldingRadpN(AxleConfig axle, double restLoadN) {
    return (1.0 / axle.compliance() - 1.0) / tyre.corneringN(restLoadN / 2.0);
  }

  /**
   * Steering angle in excess of the kinematic one per lateral acceleration, rad s2/m, in the linear range. Holds with a trailer
   * too, whose side force splits over the axles as its weight does.
   */
  public double understeerGradient() {
    return understeerGradient(0.0);
  }

  /**
   * The same while load has moved between the axles.
   *
   * @param shiftN load that has moved from the front axle to the rear; negative while the vehicle brakes
   */
  public double understeerGradient(double shiftN) {
    double front = corneringN(unit.front(), frontLoadN(), frontLoadN() - shiftN);
    double rear = corneringN(unit.rear(), rearLoadN(), rearLoadN() + shiftN);
    return (frontLoadN() / front - rearLoadN() / rear) / GRAVITY_MPS2;
  }

  /** The same car steered by a machine: the road wheels are where they are told to be at once. */
  public DoubleTrackConfig withSteeringMachine() {
    return new DoubleTrackConfig(
        name,
        lengthM,
        widthM,
        heightM,
        rearOverhangM,
        unit,
        trailer,
        tyre,
        wheel,
        new SteeringConfig(steering.angleMax(), 100.0, 0.0, 0.0),
        powertrain,
        brakes,
        body,
        hasTractionControl,
        hasStabilityControl);
  }

  /** The same car with or without stability control. */
  public DoubleTrackConfig withStabilityControl(boolean present) {
    return new DoubleTrackConfig(
        name,
        lengthM,
        widthM,
        heightM,
        rearOverhangM,
        unit,
        trailer,
        tyre,
        wheel,
        steering,
        powertrain,
        brakes,
        body,
        hasTractionControl,
        present);
  }

  /** What the stack is told about it. */
  public VehicleDescription description() {
    return new VehicleDescription(
        name,
        lengthM,
        widthM,
        heightM,
        wheelbaseM(),
        rearOverhangM,
        totalMassKg(),
        steering.angleMax(),
        steering.rateRadpsMax(),
        steering.deadTimeS(),
        steering.lagS(),
        powertrain.accelMps2Max(),
        powertrain.decelMps2Max(),
        powertrain.driveLagS(),
        powertrain.brakeLagS());
  }
}
