package io.camber.calibration;

/** What can be calibrated. Mounting is that of {@code baseFromLidar}: z-y'-x'' angles and the place of the sensor. */
public enum Quantity {
  LIDAR_ROLL("lidar.roll", "rad"),
  LIDAR_PITCH("lidar.pitch", "rad"),
  LIDAR_YAW("lidar.yaw", "rad"),
  LIDAR_X("lidar.x", "m"),
  LIDAR_Y("lidar.y", "m"),
  LIDAR_HEIGHT("lidar.height", "m"),
  /** How far the lidar's stamps are ahead of those of the inertial unit. */
  LIDAR_CLOCK("lidar.clock", "s"),
  /** True over measured speed of the rear wheels. */
  WHEEL_SCALE("wheels.scale", "1"),
  /** Measured less true yaw rate at rest. */
  GYRO_BIAS("imu.gyroBias", "rad/s"),
  /** Measured less true road-wheel angle when driving straight. */
  STEERING_OFFSET("steering.offset", "rad"),
  /** True over measured change of the road-wheel angle. */
  STEERING_RATIO("steering.ratio", "1");

  private final String label;
  private final String unit;

  Quantity(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  public String label() {
    return label;
  }

  /** SI symbol. */
  public String unit() {
    return unit;
  }
}
