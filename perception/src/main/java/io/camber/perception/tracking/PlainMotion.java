package io.camber.perception.tracking;

import io.camber.geometry.Vec2;

/** People and things of unknown kind: x, y and velocity; they may turn on the spot. Constant velocity over a step. */
final class PlainMotion implements MotionModel {
  private static final int VX = 2;
  private static final int VY = 3;
  private static final int SIZE = 4;

  private final double accelStd;
  private final double speedStdStartMps;

  /**
   * Creates the model.
   *
   * @param accelStd growth of the velocity's deviation per square root of a second
   */
  PlainMotion(double accelStd, double speedStdStartMps) {
    this.accelStd = accelStd;
    this.speedStdStartMps = speedStdStartMps;
  }

  @Override
  public int stateSize() {
    return SIZE;
  }

  @Override
  public int yawIndex() {
    return -1;
  }

  @Override
  public void start(
      Gaussian state, double x, double y, double yaw, double positionStdM, double ageS) {
    state.mean[0] = x;
    state.mean[1] = y;
    state.covariance[0] = positionStdM * positionStdM;
    state.covariance[SIZE + 1] = positionStdM * positionStdM;
    state.covariance[VX * SIZE + VX] = speedStdStartMps * speedStdStartMps;
    state.covariance[VY * SIZE + VY] = speedStdStartMps * speedStdStartMps;
    double[] f = new double[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      f[i * SIZE + i] = 1.0;
    }
    f[VX] = ageS;
    f[SIZE + VY] = ageS;
    state.propagate(f, new double[SIZE]);
  }

  @Override
  public void predictMoving(Gaussian state, double seconds) {
    double[] f = new double[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      f[i * SIZE + i] = 1.0;
    }
    f[VX] = seconds;
    f[SIZE + VY] = seconds;
    state.mean[0] += seconds * state.mean[VX];
    state.mean[1] += seconds * state.mean[VY];
    double velocity = accelStd * accelStd * seconds;
    double position = 0.25 * velocity * seconds * seconds + 0.001 * seconds;
    state.propagate(f, new double[] {position, position, velocity, velocity});
  }

  @Override
  public void predictStanding(Gaussian state, double seconds) {
    double[] f = new double[SIZE * SIZE];
    f[0] = 1.0;
    f[SIZE + 1] = 1.0;
    state.mean[VX] = 0.0;
    state.mean[VY] = 0.0;
    state.propagate(f, new double[] {0.006 * seconds, 0.006 * seconds, 1e-3, 1e-3});
  }

  @Override
  public double positionAgo(Gaussian state, double ageS, double dirX, double dirY, double[] row) {
    double[] m = state.mean;
    row[0] = dirX;
    row[1] = dirY;
    row[VX] = -ageS * dirX;
    row[VY] = -ageS * dirY;
    return dirX * (m[0] - ageS * m[VX]) + dirY * (m[1] - ageS * m[VY]);
  }

  @Override
  public void calm(Gaussian state) {
    // Constant velocity already: nothing fades.
  }

  @Override
  public double[] varianceMin() {
    return new double[] {4e-4, 4e-4, 1e-4, 1e-4};
  }

  @Override
  public Vec2 velocityMps(Gaussian state) {
    return new Vec2(state.mean[VX], state.mean[VY]);
  }

  @Override
  public double velocityStdMps(Gaussian state) {
    return Math.sqrt(Math.max(state.variance(VX), state.variance(VY)));
  }

  @Override
  public double accelMps2(Gaussian state) {
    return 0.0;
  }

  @Override
  public double yawRateRadps(Gaussian state) {
    return 0.0;
  }

  @Override
  public void setVelocity(Gaussian state, Vec2 velocityMps, double stdMps) {
    state.set(VX, velocityMps.x(), stdMps * stdMps);
    state.set(VY, velocityMps.y(), stdMps * stdMps);
  }
}
