package io.camber.geometry;

/** Planar motion in the body frame: forward and leftward speed in m/s, yaw rate in rad/s. */
public record Twist2(double forwardMps, double leftMps, double yawRateRadps) {
  public static final Twist2 ZERO = new Twist2(0.0, 0.0, 0.0);

  public Twist2 {
    Numbers.finite("forwardMps", forwardMps);
    Numbers.finite("leftMps", leftMps);
    Numbers.finite("yawRateRadps", yawRateRadps);
  }
}
