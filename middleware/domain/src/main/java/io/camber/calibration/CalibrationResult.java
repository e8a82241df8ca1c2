package io.camber.calibration;

import io.camber.geometry.Pose3;
import java.util.List;
import java.util.Optional;

/**
 * What a drive told about its sensors, one estimate a quantity in the order of {@link Quantity}.
 *
 * @param publishedBaseFromLidar the mounting that the drive was published with; empty without a lidar
 * @param durationS of the stretch that was looked at
 */
public record CalibrationResult(
    Optional<Pose3> publishedBaseFromLidar, double durationS, List<Estimate> estimates) {
  public CalibrationResult {
    estimates = List.copyOf(estimates);
  }

  public Estimate estimate(Quantity quantity) {
    return estimates.stream()
        .filter(estimate -> estimate.quantity() == quantity)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no estimate of " + quantity));
  }

  /** What the stack believes without a calibration: the published mounting, clocks and scales without error. */
  public double published(Quantity quantity) {
    Pose3 mounting = publishedBaseFromLidar.orElse(Pose3.IDENTITY);
    return switch (quantity) {
      case LIDAR_ROLL -> mounting.roll();
      case LIDAR_PITCH -> mounting.pitch();
      case LIDAR_YAW -> mounting.yaw();
      case LIDAR_X -> mounting.x();
      case LIDAR_Y -> mounting.y();
      case LIDAR_HEIGHT -> mounting.z();
      case WHEEL_SCALE, STEERING_RATIO -> 1.0;
      case LIDAR_CLOCK, GYRO_BIAS, STEERING_OFFSET -> 0.0;
    };
  }

  /** The value found, or the published one where there is none. */
  public double best(Quantity quantity) {
    return estimate(quantity).value().orElse(published(quantity));
  }

  /** The mounting as calibrated, with published values for what was not observable; empty without a lidar. */
  public Optional<Pose3> baseFromLidar() {
    return publishedBaseFromLidar.map(mounting -> new Pose3(
        best(Quantity.LIDAR_X),
        best(Quantity.LIDAR_Y),
        best(Quantity.LIDAR_HEIGHT),
        best(Quantity.LIDAR_YAW),
        best(Quantity.LIDAR_PITCH),
        best(Quantity.LIDAR_ROLL)));
  }
}
