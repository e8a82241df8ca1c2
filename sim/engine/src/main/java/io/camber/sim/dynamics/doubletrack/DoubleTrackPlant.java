package io.camber.sim.dynamics.doubletrack;

import io.camber.geometry.Pose2;
import io.camber.sim.dynamics.FirstOrder;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.Plant;
import io.camber.sim.dynamics.PlantState;
import io.camber.sim.dynamics.Powertrain;
import io.camber.sim.dynamics.SteeringActuator;
import io.camber.sim.dynamics.doubletrack.SidePressures.Rule;
import io.camber.truth.WheelTruth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A car of four turning wheels in the plane: load moves between them as the car accelerates and corners, every wheel slips on a
 * magic-formula tyre and the friction under its side, brakes fade as they heat, an anti-lock system and traction control keep
 * the best slip, stability control brakes single wheels, and a semitrailer pulls and pushes at the hitch. Grade and cross slope
 * act on everything.
 *
 * <p>Only forward gear: at standstill the car holds on any grade until the drive moves it. Inside, fixed substeps of 1 ms by
 * the semi-implicit Euler rule. Mutable; owned by one thread.
 */
public final class DoubleTrackPlant implements Plant {
  private static final long SUBSTEP_NS = 1_000_000L;
  private static final double SUBSTEP_S = SUBSTEP_NS * 1e-9;
  private static final double GRAVITY_MPS2 = DoubleTrackConfig.GRAVITY_MPS2;
  private static final double AIR_KGPM3 = 1.2;

  /** Slower than this without drive the car stands. */
  private static final double STANDING_MPS = 0.05;

  private static final double STANDING_RADPS = 0.05;

  /** Rolling back slower than this is taken as standing on a hill; faster, the car is spinning. */
  private static final double ROLL_BACK_MPS = 0.5;

  /** Brake lamps light from this effort; UNECE R13-H asks for them above 1.3 m/s2 and allows them from 0.7. */
  private static final double BRAKE_LIGHT_MPS2 = 0.7;

  private final DoubleTrackConfig config;
  private final RigidUnit unit;
  private final Axle front;
  private final Axle rear;
  private final @Nullable Trailer trailer;
  private final SteeringActuator steering;
  private final Powertrain powertrain;
  private final StabilityControl stability;
  private final double bodyShare;
  private final double totalKg;

  private double steeringAngle;
  private double accel;
  private double lateralAccel;
  private double alongMps2;
  private double sideMps2;
  private double bodyRoll;
  private double bodyPitch;
  private double brakeC = BrakeConfig.AIR_C;

  public DoubleTrackPlant(DoubleTrackConfig config) {
    this.config = config;
    unit = new RigidUnit(config.unit());
    front = new Axle(config, config.unit().front(), config.frontLoadN(), Rule.DELAYED, SUBSTEP_S);
    rear = new Axle(config, config.unit().rear(), config.rearLoadN(), Rule.SELECT_LOW, SUBSTEP_S);
    bodyShare = FirstOrder.share(SUBSTEP_S, config.body().lagS());
    trailer = config
        .trailer()
        .map(it -> new Trailer(config, it, SUBSTEP_S, bodyShare))
        .orElse(null);
    steering = new SteeringActuator(config.steering(), SUBSTEP_S);
    powertrain = new Powertrain(config.powertrain(), SUBSTEP_S);
    stability = new StabilityControl(config, SUBSTEP_S);
    totalKg = config.totalMassKg();
  }

  @Override
  public void reset(
      Pose2 mapFromBase, double speedMps, double curvaturePerM, double accelMps2, Ground ground) {
    double forward = Math.max(0.0, speedMps);
    double yawRate = forward * curvaturePerM;
    double lateral = forward * yawRate;
    steeringAngle = steering.reset(StrictMath.atan(curvaturePerM * config.wheelbaseM())
        + config.understeerGradient() * lateral);
    double slip = lateral * config.rearLoadN() / (GRAVITY_MPS2 * config.rearCorneringN());
    double rearBehind = -config.unit().rear().aheadM();
    unit.reset(
        mapFromBase.times(new Pose2(rearBehind, 0.0, 0.0)),
        forward,
        yawRate * rearBehind - forward * slip,
        yawRate);
    front.reset(unit, steeringAngle);
    rear.reset(unit, 0.0);
    Trailer behind = trailer;
    if (behind != null) {
      behind.reset(unit, curvaturePerM, rearBehind - behind.hitchBehindM());
    }
    double resisting = forward > 0.0
        ? dragN() / totalKg + config.body().rollingCoefficient() * GRAVITY_MPS2
        : Math.max(0.0, GRAVITY_MPS2 * StrictMath.sin(ground.pitch()));
    powertrain.reset(accelMps2 + resisting - GRAVITY_MPS2 * StrictMath.sin(ground.pitch()));
    stability.stop();
    accel = accelMps2;
    lateralAccel = lateral;
    alongMps2 = accelMps2;
    sideMps2 = lateral;
    bodyRoll = 0.0;
    bodyPitch = 0.0;
    brakeC = BrakeConfig.AIR_C;
  }

  /** Starts straight on, level ground, with brakes that are already hot. */
  public void resetHot(Pose2 mapFromBase, double speedMps, double temperatureC) {
    reset(mapFromBase, speedMps, 0.0, 0.0, Ground.LEVEL);
    brakeC = temperatureC;
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
    double forwardBefore = unit.forward();
    double leftBefore = rearLeft();
    for (long at = 0; at < durationNs; at += SUBSTEP_NS) {
      steeringAngle = steering.step(steeringDemand);
      powertrain.step(accelDemandMps2, Math.abs(unit.forward()));
      substep(accelDemandMps2, ground);
    }
    double duration = durationNs * 1e-9;
    accel = (unit.forward() - forwardBefore) / duration - rearLeft() * unit.yawRate;
    lateralAccel = (rearLeft() - leftBefore) / duration + unit.forward() * unit.yawRate;
  }

  private void substep(double demandMps2, Ground ground) {
    if (demandMps2 <= 0.0 && isStanding()) {
      stop();
      return;
    }
    double driveN = totalKg * powertrain.driveMps2();
    double brakeN = totalKg * powertrain.brakeMps2() * config.brakes().share(brakeC);
    stability.update(unit.forward(), unit.yawRate, steeringAngle, ground.frictionScale());
    loadWheels();

    unit.clear();
    pushWheels(driveN, brakeN, ground);
    pushUnit(ground);
    unit.accelerate(SUBSTEP_S);
    double hitchForwardN = 0.0;
    double hitchLeftN = 0.0;
    Trailer behind = trailer;
    if (behind != null) {
      behind.push(brakeN, config.body().rollingCoefficient(), ground, SUBSTEP_S);
      behind.follow(unit, SUBSTEP_S);
      hitchForwardN = behind.hitch().forwardN();
      hitchLeftN = behind.hitch().leftN();
    }
    double along = front.forwardN() + rear.forwardN() + hitchForwardN;
    double across = front.acrossN() + rear.acrossN() + hitchLeftN;
    alongMps2 += bodyShare * (along / unit.massKg() - alongMps2);
    sideMps2 += bodyShare * (across / unit.massKg() - sideMps2);
    if (isRollingBack()) {
      // The wheels keep turning: the drive is about to win against the hill, or not.
      unit.stop();
      if (behind != null) {
        behind.hold();
      }
    }
    unit.move(SUBSTEP_S);
    if (behind != null) {
      behind.move(SUBSTEP_S);
    }
    bodyRoll += bodyShare * (config.body().rollPerMps2() * sideMps2 - bodyRoll);
    bodyPitch += bodyShare * (-config.body().pitchPerMps2() * alongMps2 - bodyPitch);
    heatBrakes();
  }

  /** Load moves to the front under braking and to the outside of a bend. */
  private void loadWheels() {
    double mass = unit.massKg();
    double wheelbase = config.wheelbaseM();
    double rearBehind = -config.unit().rear().aheadM();
    double height = config.unit().gravityCenterM();
    double hitchLoad = 0.0;
    double hitchMoment = 0.0;
    Trailer behind = trailer;
    if (behind != null) {
      hitchLoad = behind.hitchLoadN();
      hitchMoment = hitchLoad * (rearBehind - behind.hitchBehindM())
          + behind.hitch().forwardN() * behind.hitchHeightM();
    }
    double frontLoad =
        (mass * GRAVITY_MPS2 * rearBehind - mass * alongMps2 * height + hitchMoment) / wheelbase;
    double all = mass * GRAVITY_MPS2 + hitchLoad;
    frontLoad = Math.max(0.0, Math.min(all, frontLoad));
    double rollingNm = mass * sideMps2 * height;
    front.load(frontLoad, rollingNm);
    rear.load(all - frontLoad, rollingNm);
  }

  private void pushWheels(double driveN, double brakeN, Ground ground) {
    AxleConfig ahead = front.config();
    AxleConfig behind = rear.config();
    double both = ahead.brakeShare() + behind.brakeShare();
    double rearShare = both > 0.0 ? rearBrakeShare(behind.brakeShare() / both) : 0.0;
    front.step(
        unit,
        steeringAngle,
        driveN * ahead.driveShare(),
        brakeN * both * (1.0 - rearShare),
        stability.brakeN(true, true),
        stability.brakeN(true, false),
        ground);
    rear.step(
        unit,
        0.0,
        driveN * behind.driveShare(),
        brakeN * both * rearShare,
        stability.brakeN(false, true),
        stability.brakeN(false, false),
        ground);
  }

  /** Electronic brake force distribution: the rear axle uses no more of its grip than the front one. */
  private double rearBrakeShare(double built) {
    if (!config.brakes().hasAntilock()) {
      return built;
    }
    double all = front.loadN() + rear.loadN();
    return all > 0.0 ? Math.min(built, rear.loadN() / all) : built;
  }

  /** Air, rolling resistance and gravity on an inclined road. */
  private void pushUnit(Ground ground) {
    double weight = unit.massKg() * GRAVITY_MPS2;
    double resisting = config.body().rollingCoefficient() * weight * Friction.sign(unit.forward());
    unit.push(
        0.0,
        0.0,
        weight * StrictMath.sin(ground.pitch())
            - resisting
            - Math.copySign(dragN(), unit.forward()),
        -weight * StrictMath.sin(ground.roll()));
  }

  private double dragN() {
    return 0.5 * AIR_KGPM3 * config.body().dragAreaM2() * unit.forward() * unit.forward();
  }

  private boolean isStanding() {
    return Math.abs(unit.forward()) < STANDING_MPS
        && Math.abs(unit.left()) < STANDING_MPS
        && Math.abs(unit.yawRate) < STANDING_RADPS;
  }

  private boolean isRollingBack() {
    double forward = unit.forward();
    return forward < 0.0
        && forward > -ROLL_BACK_MPS
        && Math.abs(unit.left()) < ROLL_BACK_MPS
        && Math.abs(unit.yawRate) < STANDING_RADPS;
  }

  private void stop() {
    unit.stop();
    front.stop();
    rear.stop();
    stability.stop();
    alongMps2 = 0.0;
    sideMps2 = 0.0;
    Trailer behind = trailer;
    if (behind != null) {
      behind.stop();
    }
    heatBrakes();
  }

  private void heatBrakes() {
    Trailer behind = trailer;
    double heatW = front.brakeW() + rear.brakeW() + (behind == null ? 0.0 : behind.brakeW());
    double coolingW = config.brakes().coolingWpK() * (brakeC - BrakeConfig.AIR_C);
    brakeC += SUBSTEP_S * (heatW - coolingW) / config.brakes().heatJpK();
  }

  private double rearLeft() {
    return unit.left() + config.unit().rear().aheadM() * unit.yawRate;
  }

  @Override
  public PlantState state() {
    double behind = config.unit().rear().aheadM();
    return new PlantState(
        new Pose2(unit.x + unit.armX(behind, 0.0), unit.y + unit.armY(behind, 0.0), unit.yaw),
        unit.forward(),
        rearLeft(),
        unit.yawRate,
        accel,
        lateralAccel,
        steeringAngle,
        bodyRoll,
        bodyPitch,
        powertrain.brakeMps2() > BRAKE_LIGHT_MPS2);
  }

  @Override
  public Optional<WheelTruth> wheels() {
    return Optional.of(new WheelTruth(
        front.leftRollingMps(),
        front.rightRollingMps(),
        rear.leftRollingMps(),
        rear.rightRollingMps()));
  }

  @Override
  public Optional<Pose2> trailer() {
    return Optional.ofNullable(trailer).map(Trailer::axlesPose);
  }

  /** Temperature of the brakes, degrees Celsius. */
  public double brakeC() {
    return brakeC;
  }

  /** Smallest load of a wheel of the car or tractor; 0 when one has lifted. */
  public double leastWheelLoadN() {
    return Math.min(front.leastLoadN(), rear.leastLoadN());
  }
}
