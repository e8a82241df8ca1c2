package io.camber.localization.calibration;

import io.camber.calibration.Quantity;

/**
 * What an estimate is off by that no length of drive averages away: kerbs and crowns that lean a plane, cells that draw points to
 * their means, tyres. One sigma, of the size of what sound drives of the simulator show (docs/calibration.md).
 */
final class Systematic {
  private Systematic() {}

  /** The standard deviation with that added. */
  static double std(Quantity quantity, double std) {
    double floor = switch (quantity) {
      case LIDAR_ROLL, LIDAR_PITCH -> 0.0005;
      case LIDAR_YAW -> 0.0003;
      case LIDAR_X, LIDAR_Y -> 0.008;
      case LIDAR_HEIGHT -> 0.003;
      case LIDAR_CLOCK -> 0.0005;
      case WHEEL_SCALE -> 0.0005;
      case GYRO_BIAS -> 0.00003;
      case STEERING_OFFSET -> 0.0001;
      case STEERING_RATIO -> 0.002;
    };
    return Math.sqrt(std * std + floor * floor);
  }
}
