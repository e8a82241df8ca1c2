package io.camber.localization.odometry;

import io.camber.geometry.Pose2;

/** The raw motion over one stretch, ready to be integrated again with other scales and biases. */
public final class Course {
  private static final double NS = 1e-9;

  private final double[] stepS;
  private final double[] yawRate;
  private final double[] speed;

  /** The record must cover the stretch. */
  public Course(MotionRecord motion, long fromNs, long toNs) {
    int first = motion.floor(fromNs);
    int last = motion.floor(toNs);
    int steps = last - first + 1;
    stepS = new double[steps];
    yawRate = new double[steps];
    speed = new double[steps];
    for (int i = 0; i < steps; i++) {
      long begin = Math.max(fromNs, motion.timeNs(first + i));
      long end = Math.min(toNs, motion.timeNs(first + i + 1));
      stepS[i] = Math.max(0L, end - begin) * NS;
      yawRate[i] = 0.5 * (motion.yawRateAt(begin) + motion.yawRateAt(end));
      speed[i] = 0.5 * (motion.speedAt(begin) + motion.speedAt(end));
    }
  }

  /**
   * Where the rear axle is after the stretch, seen from its beginning.
   *
   * @param wheelScale true over measured
   * @param gyroScale true over measured
   * @param slipS2pM how far the axle drifts outwards: slip angle a lateral acceleration
   */
  public Pose2 integrate(double wheelScale, double gyroBias, double gyroScale, double slipS2pM) {
    double x = 0.0;
    double y = 0.0;
    double yaw = 0.0;
    for (int i = 0; i < stepS.length; i++) {
      double rate = gyroScale * (yawRate[i] - gyroBias);
      double forward = wheelScale * speed[i];
      double left = -slipS2pM * forward * forward * rate;
      double middle = yaw + 0.5 * rate * stepS[i];
      double c = StrictMath.cos(middle);
      double s = StrictMath.sin(middle);
      x += stepS[i] * (forward * c - left * s);
      y += stepS[i] * (forward * s + left * c);
      yaw += rate * stepS[i];
    }
    return new Pose2(x, y, yaw);
  }
}
