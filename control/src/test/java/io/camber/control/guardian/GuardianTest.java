package io.camber.control.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GuardianTest {
  private static final VehicleDescription CAR = VehicleDescription.midSizeCar();
  private final Guardian guardian = new Guardian(CAR, GuardianConfig.DEFAULTS);
  private final Set<Finding> seen = EnumSet.noneOf(Finding.class);
  private double speed = 20.0;
  private long ms;
  private boolean poses = true;
  private boolean plans = true;
  private PoseStatus status = PoseStatus.TRACKING;

  private static ControlCommand command(long ms, double angle, double accel) {
    return new ControlCommand(ms * 1_000_000L, angle, accel, DriveMode.NOMINAL);
  }

  /** Ten milliseconds of a sound stack around an optional command; what went to the actuators last. */
  private ControlCommand pass(ControlCommand command) {
    ms += 10;
    surroundings();
    Verdict verdict = guardian.command(ms * 1_000_000L, command);
    seen.addAll(verdict.findings());
    return verdict.command().orElse(command(ms, Double.NaN, Double.NaN));
  }

  private Verdict silence() {
    ms += 10;
    surroundings();
    Verdict verdict = guardian.tick(ms * 1_000_000L);
    seen.addAll(verdict.findings());
    return verdict;
  }

  private void surroundings() {
    guardian.report(new VehicleReport(ms * 1_000_000L, speed, 0.0, 0.0, true));
    if (poses) {
      guardian.pose(
          ms * 1_000_000L,
          new EgoPose(ms * 1_000_000L, Pose3.IDENTITY, Twist2.ZERO, 0, 0, 0, 0, 0, 1, status));
    }
    if (plans) {
      guardian.plan(ms * 1_000_000L);
    }
  }

  private void drive(int steps) {
    for (int i = 0; i < steps; i++) {
      pass(command(ms, 0.01, 0.5));
      silence();
    }
  }

  @Test
  void saysNothingBeforeTheFirstCommand() {
    poses = false;
    plans = false;

    for (int i = 0; i < 500; i++) {
      assertThat(silence().command()).isEmpty();
    }

    assertThat(seen).isEmpty();
  }

  @Test
  void soundCommandsPassUntouched() {
    assertThat(pass(command(0, 0.01, 0.5)).steeringAngle()).isEqualTo(0.01);
    assertThat(pass(command(10, 0.012, -3.0)).accelMps2()).isEqualTo(-3.0);
    assertThat(seen).isEmpty();
  }

  @Test
  void commandsAreCutToTheCarAndTheSpeed() {
    speed = 0.0;
    assertThat(pass(command(0, 2.0, 20.0)).steeringAngle()).isEqualTo(CAR.steeringAngleMax());
    assertThat(pass(command(10, 0.61, -30.0)).accelMps2()).isEqualTo(-CAR.decelMps2Max());
    speed = 30.0;
    for (int i = 0; i < 200; i++) {
      pass(command(ms, 0.4, 0.0));
    }

    assertThat(pass(command(ms, 0.4, 0.0)).steeringAngle()).isBetween(0.02, 0.07);
    assertThat(seen)
        .containsExactlyInAnyOrder(
            Finding.STEERING_LIMITED, Finding.STEERING_RATE_LIMITED, Finding.ACCEL_LIMITED);
  }

  @Test
  void steeringNeverTurnsFasterThanTheActuator() {
    pass(command(0, 0.0, 0.0));

    ControlCommand next = pass(command(10, 0.05, 0.0));

    assertThat(next.steeringAngle()).isLessThan(0.0075);
  }

  @Test
  void aSilentControllerEndsInAStopInTheLane() {
    drive(50);

    int steps = 0;
    double last = 0.5;
    while (speed > 0.0 && steps < 3000) {
      Verdict verdict = silence();
      steps++;
      if (verdict.command().isPresent()) {
        ControlCommand act = verdict.command().get();
        assertThat(act.mode()).isEqualTo(DriveMode.MINIMAL_RISK);
        assertThat(act.steeringAngle()).isEqualTo(0.01);
        assertThat(act.accelMps2()).isBetween(-4.0, 0.0);
        last = act.accelMps2();
      }
      speed = Math.max(0.0, speed + 0.01 * last);
    }

    assertThat(steps).isLessThan(800);
    assertThat(seen).containsExactly(Finding.COMMAND_SILENT);
  }

  @Test
  void theManoeuvreIsNotLeftWhenCommandsReturn() {
    drive(50);
    for (int i = 0; i < 20; i++) {
      silence();
    }
    assertThat(guardian.isMinimalRisk()).isTrue();

    Verdict verdict = guardian.command(ms * 1_000_000L, command(ms, 0.0, 1.0));

    assertThat(verdict.command()).isEmpty();
    assertThat(silence().command().orElseThrow().mode()).isEqualTo(DriveMode.MINIMAL_RISK);
  }

  @Test
  void jitterOfAFewCyclesIsNoSilence() {
    for (int i = 0; i < 100; i++) {
      pass(command(ms, 0.01, 0.5));
      for (int k = 0; k < 7; k++) {
        silence();
      }
    }

    assertThat(seen).isEmpty();
  }

  @Test
  void commandsThatAreNotNumbersCountAsSilence() {
    drive(10);

    for (int i = 0; i < 20; i++) {
      guardian.command(ms * 1_000_000L, command(ms, Double.NaN, 0.0));
      silence();
    }

    assertThat(guardian.isMinimalRisk()).isTrue();
  }

  @Test
  void posesThatFallSilentEndTheDrive() {
    drive(50);
    poses = false;

    drive(50);

    assertThat(seen).containsExactly(Finding.POSE_SILENT);
  }

  @Test
  void aLostPoseEndsTheDriveUnlessItReturnsAtOnce() {
    drive(50);
    status = PoseStatus.LOST;
    drive(5);
    status = PoseStatus.TRACKING;
    drive(5);
    assertThat(guardian.isMinimalRisk()).isFalse();

    status = PoseStatus.LOST;
    drive(50);

    assertThat(seen).containsExactly(Finding.POSE_LOST);
  }

  @Test
  void goesOnOnceTheCarStandsAndAllIsHeardAgain() {
    drive(50);
    poses = false;
    drive(50);
    poses = true;
    speed = 0.0;

    drive(90);
    assertThat(guardian.isMinimalRisk()).isTrue();
    drive(20);

    assertThat(guardian.isMinimalRisk()).isFalse();
    assertThat(pass(command(ms, 0.01, 0.5)).accelMps2()).isEqualTo(0.5);
  }

  @Test
  void doesNotGoOnWhileTheCarMoves() {
    drive(50);
    poses = false;
    drive(50);
    poses = true;

    drive(1000);

    assertThat(guardian.isMinimalRisk()).isTrue();
  }

  @Test
  void aGapWhileWaitingStartsTheWaitAnew() {
    drive(50);
    poses = false;
    drive(50);
    poses = true;
    speed = 0.0;
    drive(75);
    poses = false;
    drive(30);
    poses = true;

    drive(75);
    assertThat(guardian.isMinimalRisk()).isTrue();
    drive(50);

    assertThat(guardian.isMinimalRisk()).isFalse();
  }

  @Test
  void aSafeStopThatNeverEndedIsForgivenByNobody() {
    drive(50);
    for (int i = 0; i < 1100; i++) {
      pass(new ControlCommand(ms * 1_000_000L, 0.01, 0.0, DriveMode.SAFE_STOP));
      silence();
    }
    speed = 0.0;

    drive(1000);

    assertThat(guardian.isMinimalRisk()).isTrue();
  }

  @Test
  void nominalCommandsWithoutPlansEndTheDrive() {
    drive(50);
    plans = false;

    drive(100);

    assertThat(seen).containsExactly(Finding.PLAN_SILENT);
  }

  @Test
  void aSafeStopMayGoOnWithoutPlans() {
    drive(50);
    plans = false;

    for (int i = 0; i < 300; i++) {
      pass(new ControlCommand(ms * 1_000_000L, 0.01, -1.0, DriveMode.SAFE_STOP));
      silence();
    }

    assertThat(guardian.isMinimalRisk()).isFalse();
  }

  @Test
  void aSafeStopThatNeverEndsIsEnded() {
    drive(50);

    for (int i = 0; i < 1100; i++) {
      pass(new ControlCommand(ms * 1_000_000L, 0.01, 0.0, DriveMode.SAFE_STOP));
      silence();
    }

    assertThat(seen).containsExactly(Finding.SAFE_STOP_ENDLESS);
  }
}
