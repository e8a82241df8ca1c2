package io.camber.localization.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Quantity;
import io.camber.geometry.Pose3;
import org.junit.jupiter.api.Test;

/** Against a drive whose every error is known in closed form; tolerances are the project's goals. */
final class CalibratorTest {
  private static final double TENTH_OF_A_DEGREE = Math.toRadians(0.1);

  @Test
  void errorsOfADegreeFiveCentimetresAndTwentyMillisecondsAreFound() {
    Street street = new Street();
    street.actual = new Pose3(
        1.35, -0.05, 1.80, Math.toRadians(1.0), Math.toRadians(-1.0), Math.toRadians(0.7));
    street.clockS = 0.020;
    street.wheelScale = 0.99;
    street.gyroBias = 0.002;
    street.steeringOffset = 0.004;
    Calibrator calibrator = street.drive(40.0);

    CalibrationResult result = calibrator.result(calibrator.lastNs());

    check(result, Quantity.LIDAR_ROLL, Math.toRadians(0.7), TENTH_OF_A_DEGREE);
    check(result, Quantity.LIDAR_PITCH, Math.toRadians(-1.0), TENTH_OF_A_DEGREE);
    check(result, Quantity.LIDAR_YAW, Math.toRadians(1.0), TENTH_OF_A_DEGREE);
    check(result, Quantity.LIDAR_X, 1.35, 0.02);
    check(result, Quantity.LIDAR_Y, -0.05, 0.02);
    check(result, Quantity.LIDAR_HEIGHT, 1.80, 0.02);
    check(result, Quantity.LIDAR_CLOCK, 0.020, 0.005);
    check(result, Quantity.WHEEL_SCALE, 0.99, 0.002);
    check(result, Quantity.GYRO_BIAS, 0.002, 0.0002);
    check(result, Quantity.STEERING_OFFSET, 0.004, 0.0005);
    check(result, Quantity.STEERING_RATIO, 1.0, 0.01);
  }

  @Test
  void aStraightRoadDoesNotTellWhereTheLidarIsNorItsClock() {
    Street street = new Street();
    street.speed = t -> 8.0;
    street.curvature = t -> 0.0;
    Calibrator calibrator = street.drive(20.0);

    CalibrationResult result = calibrator.result(calibrator.lastNs());

    assertThat(result.estimate(Quantity.LIDAR_X).value()).isEmpty();
    assertThat(result.estimate(Quantity.LIDAR_X).note()).contains("turns of 0 degrees");
    assertThat(result.estimate(Quantity.LIDAR_CLOCK).value()).isEmpty();
    assertThat(result.estimate(Quantity.STEERING_RATIO).value()).isEmpty();
    assertThat(result.best(Quantity.LIDAR_X)).isEqualTo(street.published.x());
    check(result, Quantity.LIDAR_YAW, 0.0, TENTH_OF_A_DEGREE);
    check(result, Quantity.WHEEL_SCALE, 1.0, 0.002);
  }

  @Test
  void anEmptyPlainTellsOnlyWhatTheGroundAndTheCarTell() {
    Street street = new Street();
    street.hasObjects = false;
    street.actual = new Pose3(1.3, 0.0, 1.9, 0.0, 0.01, 0.0);
    Calibrator calibrator = street.drive(15.0);

    CalibrationResult result = calibrator.result(calibrator.lastNs());

    assertThat(result.estimate(Quantity.LIDAR_YAW).value()).isEmpty();
    assertThat(result.estimate(Quantity.LIDAR_YAW).note()).contains("little stands around");
    check(result, Quantity.LIDAR_PITCH, 0.01, TENTH_OF_A_DEGREE);
    check(result, Quantity.LIDAR_HEIGHT, 1.9, 0.01);
  }

  @Test
  void aCarThatStandsTellsTheBiasOfItsGyro() {
    Street street = new Street();
    street.speed = t -> 0.0;
    street.curvature = t -> 0.0;
    street.gyroBias = -0.0015;
    street.hasObjects = false;
    Calibrator calibrator = street.drive(5.0);

    CalibrationResult result = calibrator.result(calibrator.lastNs());

    check(result, Quantity.GYRO_BIAS, -0.0015, 1e-6);
    assertThat(result.estimate(Quantity.WHEEL_SCALE).value()).isEmpty();
    assertThat(result.estimate(Quantity.STEERING_OFFSET).value()).isEmpty();
  }

  @Test
  void aDriveWithoutAnythingSaysSo() {
    CalibrationResult result = new Calibrator().result(Long.MAX_VALUE);

    assertThat(result.baseFromLidar()).isEmpty();
    assertThat(result.estimates()).hasSize(Quantity.values().length);
    assertThat(result.estimates()).allMatch(estimate -> estimate.value().isEmpty());
    assertThat(result.estimate(Quantity.LIDAR_ROLL).note()).contains("no wheel speeds");
  }

  @Test
  void theSameDriveGivesTheSameBits() {
    Calibrator one = new Street().drive(8.0);
    Calibrator other = new Street().drive(8.0);

    assertThat(one.result(one.lastNs())).isEqualTo(other.result(other.lastNs()));
  }

  private static void check(
      CalibrationResult result, Quantity quantity, double expected, double tolerance) {
    assertThat(result.estimate(quantity).value())
        .as(quantity + " " + result.estimate(quantity))
        .isPresent();
    assertThat(result.estimate(quantity).value().getAsDouble())
        .as(quantity.label())
        .isCloseTo(expected, within(tolerance));
  }
}
