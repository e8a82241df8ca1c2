package io.camber.sim.dynamics.doubletrack;

import io.camber.sim.dynamics.Ground;

/** Two wheels on an axle of a unit, and how the axle's load splits between them. Mutable. */
final class Axle {
  private final AxleConfig config;
  private final Wheel left;
  private final Wheel right;
  private final double radiusM;
  private double leftLoadN;
  private double rightLoadN;
  private double alongN;
  private double acrossN;

  Axle(DoubleTrackConfig vehicle, AxleConfig config, double stepS) {
    this.config = config;
    left = new Wheel(vehicle, config.compliance(), stepS);
    right = new Wheel(vehicle, config.compliance(), stepS);
    radiusM = vehicle.wheel().radiusM();
  }

  /** Rolls as the unit moves, side slip settled. */
  void reset(RigidUnit unit, double steeringAngle) {
    reset(left, unit, steeringAngle, config.trackM() / 2.0);
    reset(right, unit, steeringAngle, -config.trackM() / 2.0);
  }

  private void reset(Wheel wheel, RigidUnit unit, double steeringAngle, double leftM) {
    double cosine = StrictMath.cos(steeringAngle);
    double sine = StrictMath.sin(steeringAngle);
    double forward = unit.forward() - unit.yawRate * leftM;
    double sideways = unit.left() + unit.yawRate * config.aheadM();
    wheel.reset(cosine * forward + sine * sideways, cosine * sideways - sine * forward);
  }

  /**
   * Splits the axle's load.
   *
   * @param rollingNm moment that leans the unit to the right, before it is shared among the axles
   */
  void load(double loadN, double rollingNm) {
    double total = Math.max(0.0, loadN);
    double moved = rollingNm * config.rollShare() / config.trackM();
    leftLoadN = Math.max(0.0, Math.min(total, 0.5 * total - moved));
    rightLoadN = total - leftLoadN;
  }

  /**
   * One step of both wheels, whose forces are added to the unit.
   *
   * @param driveN drive force of this axle
   * @param brakeN brake force of this axle
   */
  void step(
      RigidUnit unit,
      double steeringAngle,
      double driveN,
      double brakeN,
      double extraLeftN,
      double extraRightN,
      Ground ground) {
    alongN = 0.0;
    acrossN = 0.0;
    double cosine = StrictMath.cos(steeringAngle);
    double sine = StrictMath.sin(steeringAngle);
    for (int side = 0; side < 2; side++) {
      boolean isLeft = side == 0;
      Wheel wheel = isLeft ? left : right;
      double leftM = isLeft ? config.trackM() / 2.0 : -config.trackM() / 2.0;
      double forward = unit.forward() - unit.yawRate * leftM;
      double sideways = unit.left() + unit.yawRate * config.aheadM();
      wheel.step(
          cosine * forward + sine * sideways,
          cosine * sideways - sine * forward,
          isLeft ? leftLoadN : rightLoadN,
          0.5 * driveN * radiusM,
          (0.5 * brakeN + (isLeft ? extraLeftN : extraRightN)) * radiusM,
          isLeft ? ground.frictionScaleLeft() : ground.frictionScaleRight());
      double forwardN = cosine * wheel.alongN() - sine * wheel.acrossN();
      double sidewaysN = sine * wheel.alongN() + cosine * wheel.acrossN();
      unit.push(config.aheadM(), leftM, forwardN, sidewaysN);
      alongN += forwardN;
      acrossN += sidewaysN;
    }
  }

  void stop() {
    left.stop();
    right.stop();
    alongN = 0.0;
    acrossN = 0.0;
  }

  AxleConfig config() {
    return config;
  }

  /** Force of both wheels forward along the unit. */
  double forwardN() {
    return alongN;
  }

  /** Force of both wheels to the left of the unit. */
  double acrossN() {
    return acrossN;
  }

  double brakeW() {
    return left.brakeW() + right.brakeW();
  }

  double leftRollingMps() {
    return left.rollingMps();
  }

  double rightRollingMps() {
    return right.rollingMps();
  }

  /** Smaller of the two wheel loads; 0 when a wheel has lifted. */
  double leastLoadN() {
    return Math.min(leftLoadN, rightLoadN);
  }
}
