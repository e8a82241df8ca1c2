package io.camber.sim.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose2;
import io.camber.vehicle.VehicleDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleTrackPlantTest {
  private static final long STEP_NS = 10_000_000L;
  private static final double GRAVITY = 9.81;
  private static final VehicleDescription CAR = VehicleDescription.midSizeCar();
  private static final PlantConfig CONFIG = PlantConfig.of(CAR);

  private final SingleTrackPlant plant = new SingleTrackPlant(CONFIG);

  @ParameterizedTest
  @CsvSource({"8, 0.02", "15, 0.01", "25, -0.004", "5, 0.05"})
  void steadyCorneringNeedsTheUndersteerAngleOfTheClosedForm(double speed, double steering) {
    start(speed, 0.0, Ground.LEVEL);

    hold(8.0, steering, speed, Ground.LEVEL);

    PlantState state = plant.state();
    double lateral = state.speedMps() * state.yawRateRadps();
    double expected = CAR.wheelbaseM() * state.yawRateRadps() / state.speedMps()
        + plant.understeerGradient() * lateral;
    // 2 %: the closed form is linear, the tyre already bends a little.
    assertThat(state.steeringAngle()).isCloseTo(expected, within(0.02 * Math.abs(expected)));
    assertThat(state.lateralAccelMps2()).isCloseTo(lateral, within(0.01));
  }

  @Test
  void understeerGradientIsThatOfTheAxleStiffnesses() {
    TyreConfig tyres = CONFIG.tyres();

    assertThat(plant.understeerGradient())
        .isCloseTo(
            (1 / tyres.frontStiffnessPerRad() - 1 / tyres.rearStiffnessPerRad()) / GRAVITY,
            within(1e-12));
    assertThat(StrictMath.toDegrees(plant.understeerGradient() * GRAVITY)).isBetween(0.5, 2.0);
  }

  @Test
  void startingOnAnArcKeepsTheArc() {
    double curvature = 0.02;
    double speed = 12.0;
    plant.reset(Pose2.IDENTITY, speed, curvature, 0.0, Ground.LEVEL);
    double steering = plant.state().steeringAngle();

    hold(2.0, steering, speed, Ground.LEVEL);

    PlantState state = plant.state();
    assertThat(state.yawRateRadps()).isCloseTo(speed * curvature, within(0.003));
    assertThat(state.mapFromBase().yaw()).isCloseTo(speed * curvature * 2.0, within(0.01));
  }

  @Test
  void fullBrakingStopsInTheTextbookDistance() {
    double speed = 20.0;
    start(speed, 0.0, Ground.LEVEL);

    drive(6.0, 0.0, -CAR.decelMps2Max(), Ground.LEVEL);

    double lag = CAR.brakeLagS();
    double decel = CAR.decelMps2Max();
    // v^2 / 2a plus the lag's lost distance v tau; drag and rolling resistance shorten it a little.
    double textbook = speed * speed / (2 * decel) + speed * lag;
    assertThat(plant.state().mapFromBase().x()).isBetween(0.95 * textbook, textbook);
    assertThat(plant.state().speedMps()).isZero();
  }

  @Test
  void ageOfTheSteeringStepIsDeadTimeThenFirstOrder() {
    start(10.0, 0.0, Ground.LEVEL);
    double target = 0.02;

    drive(CAR.steeringDeadTimeS(), target, 0.0, Ground.LEVEL);
    double atDeadTime = plant.state().steeringAngle();
    drive(0.27, target, 0.0, Ground.LEVEL);
    double oneLagLater = plant.state().steeringAngle();

    assertThat(atDeadTime).isZero();
    assertThat(oneLagLater).isCloseTo(target * (1 - StrictMath.exp(-1.0)), within(1e-12));
  }

  @Test
  void steeringIsLimitedInRateAndAngle() {
    start(0.0, 0.0, Ground.LEVEL);

    drive(CAR.steeringDeadTimeS() + 0.1, 10.0, 0.0, Ground.LEVEL);
    double early = plant.state().steeringAngle();
    drive(5.0, 10.0, 0.0, Ground.LEVEL);

    assertThat(early).isCloseTo(0.1 * CAR.steeringRateRadpsMax(), within(1e-9));
    assertThat(plant.state().steeringAngle()).isCloseTo(CAR.steeringAngleMax(), within(1e-3));
  }

  @Test
  void driveFollowsWithItsLag() {
    start(10.0, 0.0, Ground.LEVEL);
    double before = plant.state().accelMps2();

    drive(0.25, 0.0, 2.0 + resistance(10.0), Ground.LEVEL);

    double share = 1 - StrictMath.exp(-1.0);
    assertThat(plant.state().accelMps2() - before).isCloseTo(2.0 * share, within(0.06));
  }

  @Test
  void tyresCannotGiveMoreThanFriction() {
    Ground ice = new Ground(0.0, 0.3);
    start(20.0, 0.0, ice);

    drive(3.0, 0.3, 0.0, ice);

    assertThat(Math.abs(plant.state().lateralAccelMps2())).isLessThan(0.3 * GRAVITY * 1.02);
  }

  @Test
  void brakingOnIceTakesTheFrictionOfIce() {
    Ground ice = new Ground(0.0, 0.3);
    start(10.0, 0.0, ice);

    drive(1.0, 0.0, -9.0, ice);

    assertThat(plant.state().accelMps2())
        .isCloseTo(-0.95 * 0.3 * GRAVITY - resistance(7.2), within(0.02));
  }

  @Test
  void brakingInACurveCostsLateralForce() {
    start(20.0, 0.0, Ground.LEVEL);
    drive(2.0, 0.3, 0.0, Ground.LEVEL);
    double free = plant.state().lateralAccelMps2();

    drive(0.5, 0.3, -9.0, Ground.LEVEL);

    assertThat(plant.state().lateralAccelMps2()).isLessThan(0.8 * free);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.05, 0.05})
  void holdsOnAGradeUnderBrake(double pitch) {
    Ground hill = new Ground(pitch, 1.0);
    start(3.0, 0.0, hill);
    drive(4.0, 0.1, -2.0, hill);
    Pose2 stopped = plant.state().mapFromBase();

    drive(10.0, -0.2, -2.0, hill);

    assertThat(plant.state().mapFromBase()).isEqualTo(stopped);
    assertThat(plant.state().speedMps()).isZero();
    assertThat(plant.state().yawRateRadps()).isZero();
  }

  @Test
  void neverRollsBackWhenTheDriveIsTooWeakForTheHill() {
    Ground hill = new Ground(-0.05, 1.0);
    start(0.0, 0.0, hill);

    drive(5.0, 0.0, 0.3, hill);
    assertThat(plant.state().mapFromBase().x()).isZero();

    drive(5.0, 0.0, 2.0, hill);
    assertThat(plant.state().mapFromBase().x()).isPositive();
  }

  @Test
  void gradeChangesTheAccelerationByGravity() {
    start(10.0, 0.0, Ground.LEVEL);
    drive(0.01, 0.0, 0.0, Ground.LEVEL);
    double level = plant.state().accelMps2();

    drive(0.01, 0.0, 0.0, new Ground(0.05, 1.0));

    assertThat(plant.state().accelMps2() - level)
        .isCloseTo(GRAVITY * StrictMath.sin(0.05), within(0.05));
  }

  @Test
  void coastingLosesSpeedByDragAndRolling() {
    start(30.0, 0.0, Ground.LEVEL);
    drive(2.0, 0.0, 0.0, Ground.LEVEL);
    double speed = plant.state().speedMps();

    drive(0.01, 0.0, 0.0, Ground.LEVEL);

    assertThat(plant.state().accelMps2()).isCloseTo(-resistance(speed), within(2e-3));
  }

  @Test
  void slowTurnFollowsTheKinematicCircle() {
    plant.reset(Pose2.IDENTITY, 0.8, 0.1, 0.0, Ground.LEVEL);
    double steering = StrictMath.atan(0.1 * CAR.wheelbaseM());

    for (int i = 0; i < 2000; i++) {
      double accel = 5.0 * (0.8 - plant.state().speedMps()) + resistance(0.8);
      plant.step(STEP_NS, steering, accel, Ground.LEVEL);
    }

    Pose2 pose = plant.state().mapFromBase();
    double radius = StrictMath.hypot(pose.x(), pose.y() - 10.0);
    assertThat(radius).isCloseTo(10.0, within(1e-3));
  }

  @Test
  void passesFromStandstillToSpeedInACurveWithoutAJump() {
    start(0.0, 0.0, Ground.LEVEL);
    drive(2.0, 0.05, 0.0, Ground.LEVEL);

    double before = plant.state().yawRateRadps();
    for (int i = 0; i < 500; i++) {
      plant.step(STEP_NS, 0.05, 2.0, Ground.LEVEL);
      double yawRate = plant.state().yawRateRadps();
      assertThat(yawRate - before).as("step %d", i).isBetween(-0.005, 0.01);
      before = yawRate;
    }
  }

  @Test
  void mirroredSteeringMirrorsTheDrive() {
    SingleTrackPlant mirror = new SingleTrackPlant(CONFIG);
    start(15.0, 0.0, Ground.LEVEL);
    mirror.reset(Pose2.IDENTITY, 15.0, 0.0, 0.0, Ground.LEVEL);

    for (int i = 0; i < 400; i++) {
      double steering = 0.05 * StrictMath.sin(0.03 * i);
      plant.step(STEP_NS, steering, -0.5, Ground.LEVEL);
      mirror.step(STEP_NS, -steering, -0.5, Ground.LEVEL);
    }

    assertThat(mirror.state().mapFromBase().y())
        .isEqualTo(-plant.state().mapFromBase().y());
    assertThat(mirror.state().mapFromBase().x())
        .isEqualTo(plant.state().mapFromBase().x());
  }

  @Test
  void bodyDivesUnderBrakingAndLeansOutwards() {
    start(15.0, 0.0, Ground.LEVEL);
    drive(1.0, 0.03, -3.0, Ground.LEVEL);

    assertThat(plant.state().bodyPitch()).isPositive();
    assertThat(plant.state().bodyRoll()).isPositive();
    assertThat(plant.state().isBraking()).isTrue();
  }

  @Test
  void refusesAStepThatIsNoMultipleOfItsSubstep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plant.step(1_500_000L, 0.0, 0.0, Ground.LEVEL))
        .withMessageContaining("durationNs=1500000");
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
      double accel = 2.0 * (speed - plant.state().speedMps()) + resistance(speed);
      plant.step(STEP_NS, steering, accel, ground);
    }
  }

  private static double resistance(double speed) {
    ChassisConfig chassis = CONFIG.chassis();
    return 0.6 * chassis.dragAreaM2() * speed * speed / chassis.massKg()
        + chassis.rollingCoefficient() * GRAVITY;
  }
}
