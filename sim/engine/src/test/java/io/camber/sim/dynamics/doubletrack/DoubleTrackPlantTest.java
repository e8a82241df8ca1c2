package io.camber.sim.dynamics.doubletrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.PlantState;
import io.camber.truth.WheelTruth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleTrackPlantTest {
  private static final long STEP_NS = 10_000_000L;
  private static final double GRAVITY = 9.81;
  private static final DoubleTrackConfig CAR = Cars.car().withSteeringMachine();

  private final DoubleTrackPlant plant = new DoubleTrackPlant(CAR);

  @ParameterizedTest
  @CsvSource({"8, 0.01", "15, 0.006", "25, -0.003", "35, 0.001"})
  void steadyCorneringHasTheYawGainOfTheClosedForm(double speed, double steering) {
    start(speed, 0.0, Ground.LEVEL);

    hold(10.0, steering, speed, Ground.LEVEL);

    double reached = plant.state().speedMps();
    // What drives the car moves load to the rear, and cornering stiffness with it.
    double shift = 1500.0 * resistance(reached) * 0.55 / CAR.wheelbaseM();
    double front = CAR.frontLoadN();
    double rear = CAR.rearLoadN();
    double gradient = (front * front / (CAR.frontCorneringN() * (front - shift))
            - rear * rear / (CAR.rearCorneringN() * (rear + shift)))
        / GRAVITY;
    double gain = reached / (CAR.wheelbaseM() + gradient * reached * reached);
    // 2 %: the closed form is linear in tyres and angles.
    assertThat(plant.state().yawRateRadps())
        .isCloseTo(steering * gain, within(0.02 * Math.abs(steering * gain)));
  }

  @Test
  void startingOnAnArcKeepsTheArc() {
    start(15.0, 0.01, Ground.LEVEL);
    double steering = plant.state().steeringAngle();

    hold(2.0, steering, 15.0, Ground.LEVEL);

    assertThat(plant.state().yawRateRadps()).isCloseTo(0.15, within(0.005));
  }

  @Test
  void fullBrakingUsesThePeakFrictionOfTheTyresOnIce() {
    Ground ice = new Ground(0.0, 0.2);
    start(20.0, 0.0, ice);

    drive(1.0, 0.0, -9.0, ice);
    double speed = plant.state().speedMps();
    drive(1.0, 0.0, -9.0, ice);

    double decel = speed - plant.state().speedMps();
    assertThat(decel).isCloseTo(0.2 * 1.1 * GRAVITY + resistance(speed), within(0.05));
  }

  @Test
  void wheelsTurnSlowerThanTheCarWhileBrakingOnIceAndFasterWhileDriving() {
    Ground ice = new Ground(0.0, 0.15);
    start(10.0, 0.0, ice);
    drive(0.5, 0.0, 3.0, ice);
    WheelTruth driving = plant.wheels().orElseThrow();
    double drivingSpeed = plant.state().speedMps();
    drive(0.8, 0.0, -9.0, ice);
    WheelTruth braking = plant.wheels().orElseThrow();

    assertThat(driving.rearLeftMps()).isGreaterThan(1.01 * drivingSpeed);
    assertThat(driving.frontLeftMps()).isCloseTo(drivingSpeed, within(0.02));
    assertThat(braking.frontLeftMps()).isLessThan(0.99 * plant.state().speedMps());
  }

  @Test
  void brakingOnASplitRoadTurnsTheCarTowardsTheGrip() {
    DoubleTrackPlant alone = new DoubleTrackPlant(CAR.withStabilityControl(false));
    Ground split = new Ground(0.0, 0.0, 1.0, 0.2);
    alone.reset(Pose2.IDENTITY, 20.0, 0.0, 0.0, split);

    for (int i = 0; i < 50; i++) {
      alone.step(STEP_NS, 0.0, -8.0, split);
    }

    assertThat(alone.state().yawRateRadps()).isGreaterThan(0.02);
  }

  @Test
  void antilockSelectsLowAtTheRearAxle() {
    Ground split = new Ground(0.0, 0.0, 1.0, 0.2);
    start(25.0, 0.0, split);

    drive(0.3, 0.0, -9.0, split);
    WheelTruth wheels = plant.wheels().orElseThrow();

    // The gripping wheel brakes as the other one may: 0.2 of the peak 1.1 over the slip stiffness
    // of 22.
    double hub = plant.state().speedMps() - 0.75 * plant.state().yawRateRadps();
    assertThat(wheels.rearLeftMps() / hub - 1.0).isCloseTo(-0.2 * 1.1 / 22.0, within(0.001));
    assertThat(wheels.frontLeftMps() / hub - 1.0).isLessThan(-0.014);
  }

  @Test
  void hardBrakingUsesAsMuchOfTheGripBehindAsInFront() {
    start(30.0, 0.0, Ground.LEVEL);

    drive(1.0, 0.0, -8.0, Ground.LEVEL);
    WheelTruth wheels = plant.wheels().orElseThrow();

    double front = wheels.frontLeftMps() / plant.state().speedMps() - 1.0;
    double rear = wheels.rearLeftMps() / plant.state().speedMps() - 1.0;
    assertThat(front).isBetween(-0.08, -0.03);
    // As built, the rear wheels would brake with a fifth more of their load than the front ones.
    // What
    // slows the wheels down themselves takes 2 % of the torque in front and 4 % behind.
    assertThat(rear / front).isBetween(0.92, 1.0);
  }

  @Test
  void corneringBrakeControlTakesTurningInOutOfABendThatIsBraked() {
    assertThat(turnedIn(CAR)).isLessThan(0.8 * turnedIn(CAR.withStabilityControl(false)));
  }

  /** Yaw rate at braking with 4 m/s2 on an arc over that of the arc at the speed of then, less 1. */
  private static double turnedIn(DoubleTrackConfig config) {
    DoubleTrackPlant car = new DoubleTrackPlant(config);
    car.reset(Pose2.IDENTITY, 20.0, 0.01, 0.0, Ground.LEVEL);
    double steering = car.state().steeringAngle();
    for (int i = 0; i < 80; i++) {
      car.step(STEP_NS, steering, -4.0, Ground.LEVEL);
    }
    return car.state().yawRateRadps() / (0.01 * car.state().speedMps()) - 1.0;
  }

  @Test
  void cornersNoFasterThanFrictionAllows() {
    start(25.0, 0.0, Ground.LEVEL);

    drive(3.0, 0.15, 0.0, Ground.LEVEL);

    double lateral = plant.state().speedMps() * plant.state().yawRateRadps();
    assertThat(lateral).isBetween(0.6 * GRAVITY, 1.02 * GRAVITY);
  }

  @Test
  void crossSlopePullsTheCarDownhillUntilItIsSteeredAgainst() {
    Ground banked = new Ground(0.0, 0.04, 1.0, 1.0);
    start(20.0, 0.0, banked);

    hold(3.0, 0.0, 20.0, banked);

    // The right side is the lower one.
    assertThat(plant.state().mapFromBase().y()).isLessThan(-0.2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.08, 0.08})
  void holdsOnAGradeUnderBrakeAndDrivesOffAgain(double pitch) {
    Ground hill = new Ground(pitch, 1.0);
    start(3.0, 0.0, hill);
    drive(4.0, 0.0, -4.0, hill);
    Pose2 stopped = plant.state().mapFromBase();
    drive(5.0, 0.0, -4.0, hill);

    assertThat(plant.state().mapFromBase()).isEqualTo(stopped);
    drive(4.0, 0.0, 2.0, hill);
    assertThat(plant.state().mapFromBase().x()).isGreaterThan(stopped.x() + 2.0);
  }

  @Test
  void neverRollsBackWhenTheDriveIsTooWeakForTheHill() {
    Ground hill = new Ground(-0.08, 1.0);
    start(0.0, 0.0, hill);

    drive(5.0, 0.0, 0.3, hill);

    assertThat(plant.state().mapFromBase().x()).isCloseTo(0.0, within(0.01));
  }

  @Test
  void mirroredSteeringMirrorsTheDrive() {
    DoubleTrackPlant mirror = new DoubleTrackPlant(CAR);
    start(15.0, 0.0, Ground.LEVEL);
    mirror.reset(Pose2.IDENTITY, 15.0, 0.0, 0.0, Ground.LEVEL);

    for (int i = 0; i < 400; i++) {
      double steering = 0.05 * StrictMath.sin(0.03 * i);
      plant.step(STEP_NS, steering, -0.5, Ground.LEVEL);
      mirror.step(STEP_NS, -steering, -0.5, Ground.LEVEL);
    }

    // Sums over the wheels are rounded in another order.
    assertThat(mirror.state().mapFromBase().y())
        .isCloseTo(-plant.state().mapFromBase().y(), within(1e-6));
    assertThat(Math.abs(plant.state().mapFromBase().y())).isGreaterThan(0.1);
  }

  @Test
  void loadMovesOffTheInnerRearWheelUnderBrakingInABend() {
    start(20.0, 0.0, Ground.LEVEL);
    drive(0.01, 0.0, 0.0, Ground.LEVEL);
    double atRest = plant.leastWheelLoadN();

    drive(1.0, 0.05, -6.0, Ground.LEVEL);

    assertThat(plant.leastWheelLoadN()).isLessThan(0.7 * atRest);
  }

  @Test
  void brakesHeatByTheEnergyThatTheyTake() {
    start(30.0, 0.0, Ground.LEVEL);

    drive(6.0, 0.0, -7.0, Ground.LEVEL);

    double energy = 0.5 * 1500.0 * 30.0 * 30.0;
    // Air, rolling and the slip of the tyres take some per cent of it.
    assertThat(plant.brakeC() - 20.0).isBetween(0.8 * energy / 20_000, energy / 20_000);
  }

  @Test
  void hotBrakesFade() {
    DoubleTrackPlant hot = new DoubleTrackPlant(CAR);
    hot.resetHot(Pose2.IDENTITY, 20.0, 650.0);
    start(20.0, 0.0, Ground.LEVEL);
    for (int i = 0; i < 100; i++) {
      hot.step(STEP_NS, 0.0, -5.0, Ground.LEVEL);
    }
    drive(1.0, 0.0, -5.0, Ground.LEVEL);

    double cold = 20.0 - plant.state().speedMps();
    double faded = 20.0 - hot.state().speedMps();
    assertThat(faded / cold).isBetween(0.55, 0.75);
  }

  @Test
  void stabilityControlKeepsTheCarThatWouldSpin() {
    DoubleTrackPlant alone = new DoubleTrackPlant(loose().withStabilityControl(false));
    DoubleTrackPlant helped = new DoubleTrackPlant(loose());
    double worstAlone = swerve(alone);
    double worstHelped = swerve(helped);

    assertThat(worstHelped).isLessThan(0.7 * worstAlone);
  }

  @Test
  void theHitchHoldsTractorAndTrailerTogether() {
    DoubleTrackConfig config = Cars.withTrailer().withSteeringMachine();
    DoubleTrackPlant truck = new DoubleTrackPlant(config);
    truck.reset(Pose2.IDENTITY, 15.0, 0.0, 0.0, Ground.LEVEL);
    double worst = 0.0;
    for (int i = 0; i < 600; i++) {
      truck.step(STEP_NS, 0.02 * StrictMath.sin(0.02 * i), i < 300 ? 0.5 : -4.0, Ground.LEVEL);
      Vec2 atTractor = truck.state().mapFromBase().apply(new Vec2(0.2, 0.0));
      Vec2 atTrailer = truck.trailer().orElseThrow().apply(new Vec2(6.0, 0.0));
      worst = Math.max(worst, atTractor.distanceTo(atTrailer));
    }

    assertThat(worst).isLessThan(0.005);
  }

  @Test
  void aSlowTrailerCutsTheCornerAsGeometrySays() {
    DoubleTrackConfig config = Cars.withTrailer().withSteeringMachine();
    DoubleTrackPlant truck = new DoubleTrackPlant(config);
    truck.reset(Pose2.IDENTITY, 2.0, 0.0, 0.0, Ground.LEVEL);
    double steering = StrictMath.atan(config.wheelbaseM() / 12.0);
    for (int i = 0; i < 6000; i++) {
      double accel = 2.0 * (2.0 - truck.state().speedMps()) + 0.012 * GRAVITY;
      truck.step(STEP_NS, steering, accel, Ground.LEVEL);
    }

    PlantState state = truck.state();
    double radius = state.speedMps() / state.yawRateRadps();
    Vec2 center = state.mapFromBase().apply(new Vec2(0.0, radius));
    assertThat(truck.trailer().orElseThrow().position().distanceTo(center))
        .isCloseTo(Math.sqrt(radius * radius + 0.04 - 36.0), within(0.05));
  }

  /** Soft behind: oversteers. */
  private static DoubleTrackConfig loose() {
    DoubleTrackConfig car = CAR;
    AxleConfig front = car.unit().front();
    AxleConfig rear = car.unit().rear();
    UnitConfig unit = new UnitConfig(
        1500.0,
        2500.0,
        0.55,
        List.of(
            new AxleConfig(front.aheadM(), 1.5, 0.3, 0.66, 0.0, 1.0),
            new AxleConfig(rear.aheadM(), 1.5, 0.7, 0.34, 1.0, 0.8)));
    return new DoubleTrackConfig(
        car.name(),
        car.lengthM(),
        car.widthM(),
        car.heightM(),
        car.rearOverhangM(),
        unit,
        car.trailer(),
        car.tyre(),
        car.wheel(),
        car.steering(),
        car.powertrain(),
        car.brakes(),
        car.body(),
        true,
        true);
  }

  /** Largest side slip of the rear axle in a quick lane change, rad. */
  private static double swerve(DoubleTrackPlant car) {
    car.reset(Pose2.IDENTITY, 25.0, 0.0, 0.0, Ground.LEVEL);
    double worst = 0.0;
    for (int i = 0; i < 400; i++) {
      double steering = i < 200 ? 0.07 * StrictMath.sin(Math.PI * i / 100.0) : 0.0;
      car.step(STEP_NS, steering, 0.0, Ground.LEVEL);
      PlantState state = car.state();
      worst = Math.max(
          worst, Math.abs(StrictMath.atan2(state.leftMps(), Math.max(1.0, state.speedMps()))));
    }
    return worst;
  }

  @Test
  void aPlantThatIsUsedAgainDrivesAsANewOne() {
    Ground split = new Ground(0.0, 0.0, 1.0, 0.15);
    start(20.0, 0.0, split);
    drive(1.5, 0.0, -9.0, split);

    start(20.0, 0.0, split);
    drive(1.0, 0.0, -9.0, split);

    DoubleTrackPlant fresh = new DoubleTrackPlant(CAR);
    fresh.reset(Pose2.IDENTITY, 20.0, 0.0, 0.0, split);
    for (int i = 0; i < 100; i++) {
      fresh.step(STEP_NS, 0.0, -9.0, split);
    }
    assertThat(plant.state()).isEqualTo(fresh.state());
  }

  private void start(double speed, double curvature, Ground ground) {
    plant.reset(Pose2.IDENTITY, speed, curvature, 0.0, ground);
  }

  private void drive(double seconds, double steering, double accel, Ground ground) {
    for (int i = 0; i < Math.round(seconds * 100); i++) {
      plant.step(STEP_NS, steering, accel, ground);
    }
  }

  /** Drives at a constant speed with a stiff speed controller of the test's own. */
  private void hold(double seconds, double steering, double speed, Ground ground) {
    for (int i = 0; i < seconds * 100; i++) {
      double accel = 4.0 * (speed - plant.state().speedMps()) + resistance(speed);
      plant.step(STEP_NS, steering, accel, ground);
    }
  }

  private static double resistance(double speed) {
    return 0.6 * CAR.body().dragAreaM2() * speed * speed / 1500.0 + 0.012 * GRAVITY;
  }
}
