package io.camber.sim.dynamics;

import io.camber.geometry.Pose2;
import io.camber.truth.WheelTruth;
import java.util.Optional;

/**
 * The simulated car: a dynamic single-track model (Rajamani, Vehicle Dynamics and Control, 2nd ed., section 2.3, with
 * longitudinal motion added), brush tyres under a friction circle, longitudinal load transfer, aerodynamic drag, rolling
 * resistance and grade. Below walking pace the slip angles lose their meaning and the model fades into the kinematic
 * one. Only forward gear: the car holds at standstill on any grade until the drive moves it, and never rolls back.
 *
 * <p>Mutable; owned by one thread. Inside, fixed substeps of 1 ms by the semi-implicit Euler rule.
 */
public final class SingleTrackPlant implements Plant {
  private static final long SUBSTEP_NS = 1_000_000L;
  private static final double SUBSTEP_S = SUBSTEP_NS * 1e-9;
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double AIR_KGPM3 = 1.2;

  /** Below this speed the motion is purely kinematic. */
  private static final double KINEMATIC_MPS = 1.0;

  /** Above this speed the motion is purely dynamic. */
  private static final double DYNAMIC_MPS = 3.0;

  /** How fast the faded-in kinematic solution attracts the dynamic one. */
  private static final double ATTRACTION_S = 0.02;

  /** Anti-lock brakes and traction control keep this share of the friction circle from being used along the wheel. */
  private static final double LONGITUDINAL_SHARE_MAX = 0.95;

  /** Brake lamps light from this effort; UNECE R13-H asks for them above 1.3 m/s2 and allows them from 0.7. */
  private static final double BRAKE_LIGHT_MPS2 = 0.7;

  private final ChassisConfig chassis;
  private final TyreConfig tyres;
  private final SteeringActuator steering;
  private final Powertrain powertrain;
  private final double bodyShareMs;

  private double x;
  private double y;
  private double yaw;
  private double forward;
  /** Leftward speed of the centre of gravity. */
  private double left;

  private double yawRate;
  private double steeringAngle;
  private double forceMps2;
  private double accel;
  private double lateralAccel;
  private double bodyRoll;
  private double bodyPitch;

  public SingleTrackPlant(PlantConfig config) {
    chassis = config.chassis();
    tyres = config.tyres();
    steering = new SteeringActuator(config.steering(), SUBSTEP_S);
    powertrain = new Powertrain(config.powertrain(), SUBSTEP_S);
    bodyShareMs = FirstOrder.share(SUBSTEP_S, chassis.bodyLagS());
  }

  /**
   * Starts in steady motion: on the arc of the curvature given, tyres already slipping as that arc demands, actuators
   * settled, drive or brake effort as the acceleration demands on that ground. The body starts upright on its springs.
   */
  @Override
  public void reset(
      Pose2 mapFromBase, double speedMps, double curvaturePerM, double accelMps2, Ground ground) {
    x = mapFromBase.x();
    y = mapFromBase.y();
    yaw = mapFromBase.yaw();
    forward = Math.max(0.0, speedMps);
    yawRate = forward * curvaturePerM;
    accel = accelMps2;
    lateralAccel = forward * yawRate;
    steeringAngle = steering.reset(StrictMath.atan(curvaturePerM * chassis.wheelbaseM())
        + dynamicShare() * understeerGradient() * lateralAccel);
    double slip = dynamicShare() * lateralAccel / (GRAVITY_MPS2 * tyres.rearStiffnessPerRad());
    left = yawRate * chassis.rearAxleM() - forward * slip;
    forceMps2 = accelMps2;
    powertrain.reset(accelMps2 + resistanceMps2(ground) - gradeMps2(ground));
    bodyRoll = 0.0;
    bodyPitch = 0.0;
  }

  /** Steering angle in excess of the kinematic one per lateral acceleration, rad s2/m. */
  public double understeerGradient() {
    return (1.0 / tyres.frontStiffnessPerRad() - 1.0 / tyres.rearStiffnessPerRad()) / GRAVITY_MPS2;
  }

  @Override
  public void obeyAtOnce() {
    steering.obeyAtOnce();
    powertrain.obeyAtOnce();
  }

  @Override
  public void step(long durationNs, double steeringDemand, double accelDemandMps2, Ground ground) {
    if (durationNs <= 0 || durationNs % SUBSTEP_NS != 0) {
      throw new IllegalArgumentException(
          "durationNs=" + durationNs + " is not a positive multiple of " + SUBSTEP_NS);
    }
    double forwardBefore = forward;
    double leftBefore = rearLeft();
    double grade = gradeMps2(ground);
    double friction = tyres.friction() * ground.frictionScale();
    for (long at = 0; at < durationNs; at += SUBSTEP_NS) {
      steeringAngle = steering.step(steeringDemand);
      powertrain.step(accelDemandMps2, forward);
      substep(accelDemandMps2, grade, friction);
    }
    double duration = durationNs * 1e-9;
    accel = (forward - forwardBefore) / duration - rearLeft() * yawRate;
    lateralAccel = (rearLeft() - leftBefore) / duration + forward * yawRate;
  }

  private void substep(double demandMps2, double grade, double friction) {
    double mass = chassis.massKg();
    double weight = mass * GRAVITY_MPS2;
    double wheelbase = chassis.wheelbaseM();
    double transfer = mass * forceMps2 * chassis.gravityCenterM() / wheelbase;
    double frontLoad = Math.max(0.0, weight * chassis.rearAxleM() / wheelbase - transfer);
    double rearLoad = Math.max(0.0, weight * chassis.frontAxleM() / wheelbase + transfer);

    // Longitudinal: front drive, brakes shared in proportion to load, both within the anti-lock
    // limit.
    double usable = LONGITUDINAL_SHARE_MAX * friction;
    double driveN = Math.min(mass * powertrain.driveMps2(), usable * frontLoad);
    double brakePerLoad = Math.min(powertrain.brakeMps2() / GRAVITY_MPS2, usable);
    double frontLongitudinal = driveN - brakePerLoad * frontLoad;
    double rearLongitudinal = -brakePerLoad * rearLoad;

    // Lateral: slip in each wheel's own frame.
    double cosine = StrictMath.cos(steeringAngle);
    double sine = StrictMath.sin(steeringAngle);
    double share = dynamicShare();
    double frontLateral = 0.0;
    double rearLateral = 0.0;
    if (share > 0.0) {
      double frontLeft = left + chassis.frontAxleM() * yawRate;
      double along = Math.max(KINEMATIC_MPS, cosine * forward + sine * frontLeft);
      double across = cosine * frontLeft - sine * forward;
      frontLateral = BrushTyre.lateralN(
          across / along,
          tyres.frontStiffnessPerRad() * frontLoad,
          friction * frontLoad,
          frontLongitudinal);
      rearLateral = BrushTyre.lateralN(
          rearLeft() / forward,
          tyres.rearStiffnessPerRad() * rearLoad,
          friction * rearLoad,
          rearLongitudinal);
    }
    double yawBefore = yaw;
    moveForward(
        demandMps2,
        grade,
        driveN * cosine / mass,
        brakePerLoad * GRAVITY_MPS2,
        share * (left * yawRate - frontLateral * sine / mass));
    moveSideways(share, frontLateral * cosine + frontLongitudinal * sine, rearLateral);
    yaw += SUBSTEP_S * yawRate;
    movePosition(0.5 * (yawBefore + yaw));
    bodyRoll += bodyShareMs * (chassis.rollPerMps2() * forward * yawRate - bodyRoll);
    bodyPitch += bodyShareMs * (-chassis.pitchPerMps2() * forceMps2 - bodyPitch);
  }

  /** Brakes and rolling resistance are dry friction: they stop the car but never push it. */
  private void moveForward(
      double demandMps2, double grade, double driveMps2, double brakeMps2, double coupling) {
    double before = forward;
    if (before == 0.0 && demandMps2 <= 0.0) {
      forceMps2 = 0.0;
      return;
    }
    double pushed = before + SUBSTEP_S * (driveMps2 + grade + coupling - dragMps2());
    double friction = SUBSTEP_S * (brakeMps2 + chassis.rollingCoefficient() * GRAVITY_MPS2);
    forward = Math.max(0.0, pushed - friction);
    forceMps2 = (forward - before) / SUBSTEP_S - coupling;
  }

  private void moveSideways(double share, double frontN, double rearN) {
    double kinematicYawRate = forward * StrictMath.tan(steeringAngle) / chassis.wheelbaseM();
    double kinematicLeft = chassis.rearAxleM() * kinematicYawRate;
    if (share == 0.0) {
      yawRate = kinematicYawRate;
      left = kinematicLeft;
      return;
    }
    double attraction = (1.0 - share) / ATTRACTION_S;
    double turning =
        (chassis.frontAxleM() * frontN - chassis.rearAxleM() * rearN) / chassis.yawInertiaKgM2();
    double sliding = (frontN + rearN) / chassis.massKg() - forward * yawRate;
    yawRate += SUBSTEP_S * (share * turning + attraction * (kinematicYawRate - yawRate));
    left += SUBSTEP_S * (share * sliding + attraction * (kinematicLeft - left));
  }

  private void movePosition(double middleYaw) {
    double cosine = StrictMath.cos(middleYaw);
    double sine = StrictMath.sin(middleYaw);
    x += SUBSTEP_S * (cosine * forward - sine * rearLeft());
    y += SUBSTEP_S * (sine * forward + cosine * rearLeft());
  }

  /** 0 where the motion is kinematic, 1 where it is dynamic, smooth between. */
  private double dynamicShare() {
    double u = (forward - KINEMATIC_MPS) / (DYNAMIC_MPS - KINEMATIC_MPS);
    double clamped = Math.max(0.0, Math.min(1.0, u));
    return clamped * clamped * (3.0 - 2.0 * clamped);
  }

  private double rearLeft() {
    return left - chassis.rearAxleM() * yawRate;
  }

  private double dragMps2() {
    return 0.5 * AIR_KGPM3 * chassis.dragAreaM2() * forward * forward / chassis.massKg();
  }

  private double resistanceMps2(Ground ground) {
    return forward > 0.0
        ? dragMps2() + chassis.rollingCoefficient() * GRAVITY_MPS2
        : Math.max(0.0, gradeMps2(ground));
  }

  /** Acceleration by gravity along the road; positive downhill. */
  private static double gradeMps2(Ground ground) {
    return GRAVITY_MPS2 * StrictMath.sin(ground.pitch());
  }

  @Override
  public Optional<WheelTruth> wheels() {
    return Optional.empty();
  }

  @Override
  public Optional<Pose2> trailer() {
    return Optional.empty();
  }

  @Override
  public PlantState state() {
    return new PlantState(
        new Pose2(x, y, yaw),
        forward,
        rearLeft(),
        yawRate,
        accel,
        lateralAccel,
        steeringAngle,
        bodyRoll,
        bodyPitch,
        powertrain.brakeMps2() > BRAKE_LIGHT_MPS2);
  }
}
