package io.camber.perception.tracking;

import io.camber.geometry.Vec2;

/**
 * Things on wheels: x, y, yaw, speed along the yaw, acceleration, yaw rate. Constant turn rate and acceleration over a step,
 * integrated at the middle heading; acceleration and yaw rate fade, as drivers do not hold them for long.
 */
final class CurvedMotion implements MotionModel {
  static final int YAW = 2;
  static final int SPEED = 3;
  static final int ACCEL = 4;
  static final int YAW_RATE = 5;
  private static final int SIZE = 6;

  private static final double ACCEL_FADE_S = 1.5;
  private static final double YAW_RATE_FADE_S = 1.5;

  /** What is left of acceleration and yaw rate after a round without a sighting. */
  private static final double CALM = 0.7;

  /** So that oncoming traffic on a motorway passes the gate from its first to its second sighting. */
  private static final double SPEED_STD_START_MPS = 14.0;

  /** Small: standing or slow vehicles turn with the path, not on the spot. */
  private static final double YAW_STD_PER_S = 0.04;

  /** As {@link #YAW_STD_PER_S}, as a sideways speed: fast vehicles do not drift. */
  private static final double DRIFT_MPS_PER_S = 0.3;

  /** Growth of the lateral acceleration's deviation per square root of a second: what steering and tyres allow a driver. */
  private static final double LATERAL_STD_MPS2 = 2.5;

  private final double jerkStd;
  private final double yawRateStd;

  /**
   * Creates the model.
   *
   * @param jerkStd growth of the acceleration's deviation per square root of a second
   * @param yawRateStd growth of the yaw rate's deviation per square root of a second
   */
  CurvedMotion(double jerkStd, double yawRateStd) {
    this.jerkStd = jerkStd;
    this.yawRateStd = yawRateStd;
  }

  @Override
  public int stateSize() {
    return SIZE;
  }

  @Override
  public int yawIndex() {
    return YAW;
  }

  @Override
  public void start(
      Gaussian state, double x, double y, double yaw, double positionStdM, double ageS) {
    state.mean[0] = x;
    state.mean[1] = y;
    state.mean[YAW] = yaw;
    double[] std = {positionStdM, positionStdM, 0.2, SPEED_STD_START_MPS, 1.0, 0.15};
    for (int i = 0; i < SIZE; i++) {
      state.covariance[i * SIZE + i] = std[i] * std[i];
    }
    double[] f = new double[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      f[i * SIZE + i] = 1.0;
    }
    f[SPEED] = ageS * StrictMath.cos(yaw);
    f[SIZE + SPEED] = ageS * StrictMath.sin(yaw);
    state.propagate(f, new double[SIZE]);
  }

  @Override
  public void predictMoving(Gaussian state, double seconds) {
    double[] m = state.mean;
    double way = m[SPEED] * seconds + 0.5 * m[ACCEL] * seconds * seconds;
    double middle = m[YAW] + 0.5 * m[YAW_RATE] * seconds;
    double c = StrictMath.cos(middle);
    double s = StrictMath.sin(middle);
    double accelKept = StrictMath.exp(-seconds / ACCEL_FADE_S);
    double yawRateKept = StrictMath.exp(-seconds / YAW_RATE_FADE_S);
    double[] f = new double[SIZE * SIZE];
    f[0] = 1.0;
    f[YAW] = -way * s;
    f[SPEED] = c * seconds;
    f[ACCEL] = 0.5 * c * seconds * seconds;
    f[YAW_RATE] = -0.5 * way * s * seconds;
    f[SIZE + 1] = 1.0;
    f[SIZE + YAW] = way * c;
    f[SIZE + SPEED] = s * seconds;
    f[SIZE + ACCEL] = 0.5 * s * seconds * seconds;
    f[SIZE + YAW_RATE] = 0.5 * way * c * seconds;
    f[YAW * SIZE + YAW] = 1.0;
    f[YAW * SIZE + YAW_RATE] = seconds;
    f[SPEED * SIZE + SPEED] = 1.0;
    f[SPEED * SIZE + ACCEL] = seconds;
    f[ACCEL * SIZE + ACCEL] = accelKept;
    f[YAW_RATE * SIZE + YAW_RATE] = yawRateKept;
    m[0] += way * c;
    m[1] += way * s;
    m[YAW] += m[YAW_RATE] * seconds;
    m[SPEED] += m[ACCEL] * seconds;
    m[ACCEL] *= accelKept;
    m[YAW_RATE] *= yawRateKept;
    double fast = Math.max(1.0, Math.abs(m[SPEED]));
    double yawStd = Math.min(YAW_STD_PER_S, DRIFT_MPS_PER_S / fast);
    double rateStd = Math.min(yawRateStd, LATERAL_STD_MPS2 / fast);
    double[] noise = {
      0.0025 * seconds,
      0.0025 * seconds,
      yawStd * yawStd * seconds,
      0.09 * seconds,
      jerkStd * jerkStd * seconds,
      rateStd * rateStd * seconds
    };
    state.propagate(f, noise);
  }

  @Override
  public void predictStanding(Gaussian state, double seconds) {
    double[] f = new double[SIZE * SIZE];
    f[0] = 1.0;
    f[SIZE + 1] = 1.0;
    f[YAW * SIZE + YAW] = 1.0;
    state.mean[SPEED] = 0.0;
    state.mean[ACCEL] = 0.0;
    state.mean[YAW_RATE] = 0.0;
    state.propagate(
        f, new double[] {0.006 * seconds, 0.006 * seconds, 0.0005 * seconds, 1e-3, 1e-3, 1e-5});
  }

  @Override
  public double positionAgo(Gaussian state, double ageS, double dirX, double dirY, double[] row) {
    double[] m = state.mean;
    double along = dirX * StrictMath.cos(m[YAW]) + dirY * StrictMath.sin(m[YAW]);
    row[0] = dirX;
    row[1] = dirY;
    row[SPEED] = -ageS * along;
    return dirX * m[0] + dirY * m[1] - ageS * m[SPEED] * along;
  }

  @Override
  public void calm(Gaussian state) {
    state.mean[ACCEL] *= CALM;
    state.mean[YAW_RATE] *= CALM;
  }

  @Override
  public double[] varianceMin() {
    return new double[] {4e-4, 4e-4, 1e-4, 1e-4, 1e-4, 1e-6};
  }

  @Override
  public Vec2 velocityMps(Gaussian state) {
    double yaw = state.mean[YAW];
    return new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw)).times(state.mean[SPEED]);
  }

  @Override
  public double velocityStdMps(Gaussian state) {
    double sideways = state.mean[SPEED] * state.mean[SPEED] * state.variance(YAW);
    return Math.sqrt(Math.max(state.variance(SPEED), sideways));
  }

  @Override
  public double accelMps2(Gaussian state) {
    return state.mean[ACCEL];
  }

  @Override
  public double yawRateRadps(Gaussian state) {
    return state.mean[YAW_RATE];
  }

  @Override
  public void setVelocity(Gaussian state, Vec2 velocityMps, double stdMps) {
    double yaw = state.mean[YAW];
    double speed = velocityMps.dot(new Vec2(StrictMath.cos(yaw), StrictMath.sin(yaw)));
    state.set(SPEED, speed, stdMps * stdMps);
  }
}
