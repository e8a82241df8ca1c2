package io.camber.sim.dynamics.doubletrack;

import io.camber.geometry.Pose2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.SidePressures.Rule;
import java.util.ArrayList;
import java.util.List;

/** A semitrailer behind the plant's tractor. Mutable. */
final class Trailer {
  private static final double GRAVITY_MPS2 = DoubleTrackConfig.GRAVITY_MPS2;

  private final TrailerConfig config;
  private final RigidUnit unit;
  private final Hitch hitch;
  private final List<Axle> axles = new ArrayList<>();
  private final double loadShare;
  private double sideMps2;
  private double alongMps2;

  Trailer(DoubleTrackConfig vehicle, TrailerConfig config, double stepS, double loadShare) {
    this.config = config;
    this.loadShare = loadShare;
    unit = new RigidUnit(config.unit());
    hitch = new Hitch(config);
    double restLoadN = config.unit().massKg()
        * GRAVITY_MPS2
        * (1.0 - config.hitchShare())
        / config.unit().axles().size();
    config
        .unit()
        .axles()
        .forEach(axle -> axles.add(new Axle(vehicle, axle, restLoadN, Rule.INDIVIDUAL, stepS)));
  }

  /** Follows the tractor on an arc without its axles slipping sideways. */
  void reset(RigidUnit tractor, double curvaturePerM, double hitchAheadOfRearM) {
    double bend = Math.max(-0.9, Math.min(0.9, curvaturePerM * config.wheelbaseM()));
    double yaw = tractor.yaw + curvaturePerM * hitchAheadOfRearM - StrictMath.asin(bend);
    double hitchX = tractor.x + tractor.armX(-config.hitchBehindM(), 0.0);
    double hitchY = tractor.y + tractor.armY(-config.hitchBehindM(), 0.0);
    double ahead = config.hitchAheadM();
    double forward = tractor.forward();
    double yawRate = forward * curvaturePerM;
    unit.reset(
        new Pose2(hitchX - ahead * StrictMath.cos(yaw), hitchY - ahead * StrictMath.sin(yaw), yaw),
        forward,
        -yawRate * config.unit().axlesAheadM(),
        yawRate);
    axles.forEach(axle -> axle.reset(unit, 0.0));
    sideMps2 = forward * yawRate;
    alongMps2 = 0.0;
    hitch.stop();
  }

  /** Weight on the hitch now. */
  double hitchLoadN() {
    double mass = config.unit().massKg();
    double height = config.unit().gravityCenterM() - config.hitchHeightM();
    return Math.max(
        0.0,
        mass * (GRAVITY_MPS2 * config.hitchShare() - alongMps2 * height / config.wheelbaseM()));
  }

  /** Forces of the wheels, the air apart; the hitch comes after both units have been accelerated. */
  void push(double brakeN, double rolling, Ground ground, double stepS) {
    unit.clear();
    double mass = config.unit().massKg();
    double axleLoad = (mass * GRAVITY_MPS2 - hitchLoadN()) / axles.size();
    double rollingNm = mass * sideMps2 * config.unit().gravityCenterM();
    for (Axle axle : axles) {
      axle.load(axleLoad, rollingNm);
      axle.step(unit, 0.0, 0.0, brakeN * axle.config().brakeShare(), 0.0, 0.0, ground);
    }
    double resisting = rolling * mass * GRAVITY_MPS2 * Friction.sign(unit.forward());
    unit.push(
        0.0,
        0.0,
        mass * GRAVITY_MPS2 * StrictMath.sin(ground.pitch()) - resisting,
        -mass * GRAVITY_MPS2 * StrictMath.sin(ground.roll()));
    unit.accelerate(stepS);
  }

  /** Couples to the tractor and moves on. */
  void follow(RigidUnit tractor, double stepS) {
    hitch.couple(tractor, unit, stepS);
    double across = -hitch.leftN();
    for (Axle axle : axles) {
      across += axle.acrossN();
    }
    sideMps2 += loadShare * (across / config.unit().massKg() - sideMps2);
    alongMps2 += loadShare * (-hitch.forwardN() / config.unit().massKg() - alongMps2);
  }

  void move(double stepS) {
    unit.move(stepS);
  }

  /** Does not move, whatever its wheels do. */
  void hold() {
    unit.stop();
  }

  void stop() {
    unit.stop();
    hitch.stop();
    axles.forEach(Axle::stop);
    sideMps2 = 0.0;
    alongMps2 = 0.0;
  }

  Hitch hitch() {
    return hitch;
  }

  double brakeW() {
    double sum = 0.0;
    for (Axle axle : axles) {
      sum += axle.brakeW();
    }
    return sum;
  }

  Pose2 axlesPose() {
    double ahead = config.unit().axlesAheadM();
    return new Pose2(unit.x + unit.armX(ahead, 0.0), unit.y + unit.armY(ahead, 0.0), unit.yaw);
  }

  double hitchBehindM() {
    return config.hitchBehindM();
  }

  double hitchHeightM() {
    return config.hitchHeightM();
  }
}
