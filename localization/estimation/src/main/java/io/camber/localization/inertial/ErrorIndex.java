package io.camber.localization.inertial;

/** Layout of the error state. Position, velocity and attitude errors are in the map frame, biases in the body frame. */
final class ErrorIndex {
  static final int POSITION = 0;
  static final int VELOCITY = 3;
  static final int ATTITUDE = 6;
  static final int GYRO_BIAS = 9;
  static final int ACCEL_BIAS = 12;
  static final int WHEEL_SCALE = 15;
  static final int SLIP = 16;
  static final int GNSS_DRIFT = 17;
  static final int SIZE = 20;

  private ErrorIndex() {}
}
