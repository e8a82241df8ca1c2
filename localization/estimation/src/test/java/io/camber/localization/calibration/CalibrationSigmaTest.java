package io.camber.localization.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whether standard deviations tell the truth on cars that are not as the estimator expects: tyres slip and the gyro's scale is off
 * by about a sigma of what it holds for usual.
 */
final class CalibrationSigmaTest {
  private static final int SEEDS = 6;
  private static final double DURATION_S = 20.0;
  private static final double SLIP_S2PM = 0.008;
  private static final double GYRO_SCALE = 1.002;

  private record Truth(Street street) {
    double of(Quantity quantity) {
      return switch (quantity) {
        case LIDAR_ROLL -> street.actual.roll();
        case LIDAR_PITCH -> street.actual.pitch();
        case LIDAR_YAW -> street.actual.yaw();
        case LIDAR_X -> street.actual.x();
        case LIDAR_Y -> street.actual.y();
        case LIDAR_HEIGHT -> street.actual.z();
        case LIDAR_CLOCK -> street.clockS;
        case WHEEL_SCALE -> street.wheelScale;
        case GYRO_BIAS -> street.gyroBias;
        case STEERING_OFFSET -> street.steeringOffset;
        case STEERING_RATIO -> 1.0;
      };
    }
  }

  @Test
  void errorsStayWithinThreeOfTheStatedSigmas() {
    List<String> beyond = new ArrayList<>();
    int stated = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Street street = street(seed);
      Truth truth = new Truth(street);
      Calibrator calibrator = street.drive(DURATION_S);
      CalibrationResult result = calibrator.result(calibrator.lastNs());
      for (Estimate estimate : result.estimates()) {
        if (estimate.value().isPresent()) {
          stated++;
          double error =
              Angles.wrap(estimate.value().getAsDouble() - truth.of(estimate.quantity()));
          if (Math.abs(error) > 3.0 * estimate.std()) {
            beyond.add("seed " + seed + ": " + estimate + " is off by " + error);
          }
        }
      }
    }

    // Nearly everything can be seen on this drive: a sigma that nothing is stated with proves
    // nothing.
    assertThat(stated).isGreaterThan(SEEDS * 8);
    assertThat(beyond).isEmpty();
  }

  private static Street street(int seed) {
    Random random = new Random(seed);
    Street street = new Street(seed);
    street.slipS2pM = SLIP_S2PM;
    street.gyroScale = GYRO_SCALE;
    street.actual = new Pose3(
        1.3 + 0.03 * random.nextGaussian(),
        0.03 * random.nextGaussian(),
        1.85 + 0.02 * random.nextGaussian(),
        0.01 * random.nextGaussian(),
        0.01 * random.nextGaussian(),
        0.01 * random.nextGaussian());
    street.clockS = 0.01 * random.nextGaussian();
    street.wheelScale = 1.0 + 0.005 * random.nextGaussian();
    street.gyroBias = 0.002 * random.nextGaussian();
    street.steeringOffset = 0.003 * random.nextGaussian();
    return street;
  }
}
