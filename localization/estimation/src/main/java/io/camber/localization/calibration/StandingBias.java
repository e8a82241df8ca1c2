package io.camber.localization.calibration;

import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.localization.calibration.HandEye.Solution;
import io.camber.localization.odometry.MotionRecord;
import java.util.Optional;

/** The yaw gyro's bias: its mean while the wheels stand, or what it turns more than the lidar, whichever is known better. */
final class StandingBias {
  /** Shorter stops may still rock. */
  private static final long STOP_NS_MIN = 1_000_000_000L;

  private static final int SAMPLES_MIN = 100;
  private static final double STD_RADPS_MAX = 0.0005;

  private StandingBias() {}

  static Estimate estimate(MotionRecord motion, long untilNs, Optional<Solution> handEye) {
    Optional<Estimate> standing = standing(motion, untilNs);
    Optional<Estimate> moving = handEye
        .filter(solution -> solution.std(HandEye.GYRO_BIAS) <= STD_RADPS_MAX)
        .map(solution -> Estimate.of(
            Quantity.GYRO_BIAS,
            solution.value(HandEye.GYRO_BIAS),
            solution.std(HandEye.GYRO_BIAS),
            "turns of the lidar"));
    if (standing.isPresent()
        && (moving.isEmpty() || standing.get().std() <= moving.get().std())) {
      return standing.get();
    }
    return moving.orElseGet(() -> Estimate.absent(
        Quantity.GYRO_BIAS, "never stood for a second, and no turn of the lidar to compare with"));
  }

  private static Optional<Estimate> standing(MotionRecord motion, long untilNs) {
    double sum = 0.0;
    double squares = 0.0;
    int count = 0;
    int begin = 0;
    for (int i = 0; i < motion.size() && motion.timeNs(i) <= untilNs; i++) {
      if (motion.speedMps(i) != 0.0) {
        begin = i + 1;
      } else if (motion.timeNs(i) - motion.timeNs(begin) >= STOP_NS_MIN) {
        double rate = motion.yawRateRadps(i);
        sum += rate;
        squares += rate * rate;
        count++;
      }
    }
    if (count < SAMPLES_MIN) {
      return Optional.empty();
    }
    double mean = sum / count;
    double std = Math.sqrt(Math.max(0.0, squares / count - mean * mean) / count);
    return Optional.of(
        Estimate.of(Quantity.GYRO_BIAS, mean, std, "standing for " + count + " samples"));
  }
}
