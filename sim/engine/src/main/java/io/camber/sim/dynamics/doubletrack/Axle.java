package io.camber.sim.dynamics.doubletrack;

import io.camber.sim.dynamics.Ground;

/** Two wheels on an axle of a unit, and how the axle's load splits between them. Mutable. */
final class Axle {
  /** Load that has moved from wheel to wheel, over the axle's, from which on anti-lock takes it for a bend: some 3 m/s2. */
  private static final double LEANING = 0.25;

  /** How far brake force follows the wheels' loads under cornering brake control; ours. */
  private static final double BY_LOAD = 0.5;

  private final AxleConfig config;
  private final Wheel left;
  private final Wheel right;
  private final SidePressures pressures;
  private final boolean brakesByLoad;
  private final double radiusM;
  private double leftLoadN;
  private double rightLoadN;
  private double alongN;
  private double acrossN;

  /**
   * @param restLoadN load at rest
   * @param rule how anti-lock treats the wheel with more grip
   */
  Axle(
      DoubleTrackConfig vehicle,
      AxleConfig config,
      double restLoadN,
      SidePressures.Rule rule,
      double stepS) {
    this.config = config;
    double yieldingRadpN = vehicle.yieldingRadpN(config, restLoadN);
    left = new Wheel(vehicle, config.compliance(), yieldingRadpN, stepS);
    right = new Wheel(vehicle, config.compliance(), yieldingRadpN, stepS);
    radiusM = vehicle.wheel().radiusM();
    brakesByLoad = vehicle.hasStabilityControl();
    double mostN = vehicle.totalMassKg() * vehicle.powertrain().decelMps2Max();
    pressures = new SidePressures(rule, 0.5 * mostN * config.brakeShare() * radiusM, stepS);
  }

  /** Rolls as the unit moves, side slip settled. */
  void reset(RigidUnit unit, double steeringAngle) {
    pressures.release();
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
    double mostNm = pressures.limitNm();
    double leftShare = leftBrakeShare();
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
          Math.min(mostNm, (isLeft ? leftShare : 1.0 - leftShare) * brakeN * radiusM)
              + (isLeft ? extraLeftN : extraRightN) * radiusM,
          isLeft ? ground.frictionScaleLeft() : ground.frictionScaleRight());
      double forwardN = cosine * wheel.alongN() - sine * wheel.acrossN();
      double sidewaysN = sine * wheel.alongN() + cosine * wheel.acrossN();
      unit.push(config.aheadM(), leftM, forwardN, sidewaysN);
      alongN += forwardN;
      acrossN += sidewaysN;
    }
    if (brakeN > 0.0 && !isLeaning()) {
      pressures.update(Math.min(left.heldNm(), right.heldNm()));
    } else {
      pressures.release();
    }
  }

  /** Cornering brake control gives the outer wheel, which carries more, more of the axle's brake force. */
  private double leftBrakeShare() {
    double loadN = leftLoadN + rightLoadN;
    return brakesByLoad && loadN > 0.0 ? 0.5 + BY_LOAD * (leftLoadN / loadN - 0.5) : 0.5;
  }

  /** In a bend the outer wheel must not wait for the inner one. */
  private boolean isLeaning() {
    return Math.abs(leftLoadN - rightLoadN) > LEANING * (leftLoadN + rightLoadN);
  }

  void stop() {
    left.stop();
    right.stop();
    pressures.release();
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

  double loadN() {
    return leftLoadN + rightLoadN;
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
