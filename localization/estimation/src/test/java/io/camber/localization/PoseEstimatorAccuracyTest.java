package io.camber.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensors as in {@link SyntheticDrive}; the slow drift of the fixes alone is 3 cm and bounds what any filter can do. */
final class PoseEstimatorAccuracyTest {
  private static final double SETTLE_S = 3.0;

  private static SyntheticDrive.Motion motion(String name) {
    return switch (name) {
      case "circle" -> SyntheticDrive.circle();
      case "stop-and-go" -> SyntheticDrive.stopAndGo();
      case "figure-eight" -> SyntheticDrive.figureEight();
      case "highway" -> SyntheticDrive.highway();
      case "hill" -> SyntheticDrive.hill();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"circle", "stop-and-go", "figure-eight", "highway", "hill"})
  void tracksWithinTargets(String name) {
    for (long seed = 1; seed <= 3; seed++) {
      DriveRun run = new DriveRun(new SyntheticDrive(motion(name), 40, seed), SETTLE_S).run();

      assertThat(run.quantile(DriveRun.LATERAL, 0.95)).as("seed %d", seed).isLessThan(0.10);
      assertThat(run.quantile(DriveRun.LONGITUDINAL, 0.95)).as("seed %d", seed).isLessThan(0.10);
      assertThat(run.quantile(DriveRun.YAW, 0.95)).isLessThan(StrictMath.toRadians(0.15));
      assertThat(run.quantile(DriveRun.SPEED, 0.95)).isLessThan(0.03);
      assertThat(run.largestJump()).as("step beyond motion").isLessThan(0.01);
      assertThat(run.lastPose().status()).isEqualTo(PoseStatus.TRACKING);
    }
  }

  /** Slip of a percent, 0.3 m/s, is ten times the noise that wheels have otherwise. */
  @Test
  void leavesWheelsThatSlipForSatellitesAndInertia() {
    for (long seed = 1; seed <= 3; seed++) {
      DriveRun run = new DriveRun(new SyntheticDrive(SyntheticDrive.slipping(), 40, seed), 0).run();

      assertThat(run.poses).as("seed %d", seed).noneMatch(p -> p.status() == PoseStatus.LOST);
      assertThat(run.quantile(DriveRun.LONGITUDINAL, 0.95)).as("seed %d", seed).isLessThan(0.15);
      assertThat(run.quantile(DriveRun.SPEED, 0.95)).as("seed %d", seed).isLessThan(0.10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"circle", "stop-and-go", "highway"})
  void bridgesTenSecondsWithoutFixes(String name) {
    for (long seed = 1; seed <= 3; seed++) {
      DriveRun run = new DriveRun(new SyntheticDrive(motion(name), 42, seed), 30)
          .withoutFixes(30, 40)
          .run();

      assertThat(run.quantile(DriveRun.LATERAL, 1.0)).as("seed %d", seed).isLessThan(0.25);
      assertThat(run.quantile(DriveRun.LONGITUDINAL, 1.0)).as("seed %d", seed).isLessThan(0.25);
      assertThat(run.largestJump()).as("step when fixes return").isLessThan(0.015);
    }
  }

  /** Mean NEES of 3 dimensions over 24 independent drives: 3 within its own spread, slow drift counted. */
  @Test
  void isAsUncertainAsItIsWrong() {
    double sum = 0.0;
    for (long seed = 1; seed <= 24; seed++) {
      sum += new DriveRun(new SyntheticDrive(SyntheticDrive.figureEight(), 15, seed), SETTLE_S)
          .run()
          .meanNees();
    }

    assertThat(sum / 24).isCloseTo(3.0, within(1.2));
  }

  @Test
  void reportsDeadReckoningWhileFixesAreMissing() {
    DriveRun run = new DriveRun(new SyntheticDrive(SyntheticDrive.circle(), 12, 5), SETTLE_S)
        .withoutFixes(6, 9)
        .run();

    assertThat(run.statusAt(5.9)).isEqualTo(PoseStatus.TRACKING);
    assertThat(run.statusAt(8.0)).isEqualTo(PoseStatus.DEAD_RECKONING);
    assertThat(run.statusAt(10.0)).isEqualTo(PoseStatus.TRACKING);
  }

  @Test
  void findsGyroBiasAndWheelScale() {
    SyntheticDrive drive = new SyntheticDrive(SyntheticDrive.figureEight(), 40, 7);

    EgoPose last = new DriveRun(drive, SETTLE_S).run().lastPose();

    assertThat(last.gyroBiasRadps()).isCloseTo(drive.gyroBiasZ, within(2e-4));
    assertThat(last.wheelScale()).isCloseTo(1.0 / drive.wheelScale, within(1e-3));
  }

  @Test
  void startsWithinHalfASecondOfTheFirstFix() {
    DriveRun run = new DriveRun(new SyntheticDrive(SyntheticDrive.highway(), 2, 3), 0).run();

    assertThat(run.poses.get(0).status()).isEqualTo(PoseStatus.INITIALIZING);
    assertThat(run.statusAt(0.5)).isEqualTo(PoseStatus.TRACKING);
  }
}
