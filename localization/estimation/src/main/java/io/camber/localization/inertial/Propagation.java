package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.ACCEL_BIAS;
import static io.camber.localization.inertial.ErrorIndex.ATTITUDE;
import static io.camber.localization.inertial.ErrorIndex.GNSS_DRIFT;
import static io.camber.localization.inertial.ErrorIndex.GYRO_BIAS;
import static io.camber.localization.inertial.ErrorIndex.POSITION;
import static io.camber.localization.inertial.ErrorIndex.SLIP;
import static io.camber.localization.inertial.ErrorIndex.VELOCITY;
import static io.camber.localization.inertial.ErrorIndex.WHEEL_SCALE;

/** Carries a state through time on inertial samples (Solà 2017, sections 5.4 and 7.2). */
final class Propagation {
  private static final double GRAVITY_MPS2 = 9.81;

  /** Wheel scale follows tyre pressure and temperature; slip follows load and road. */
  private static final double WHEEL_SCALE_WALK = 2e-5;

  private static final double SLIP_WALK = 1e-4;

  private final InertialConfig config;

  Propagation(InertialConfig config) {
    this.config = config;
  }

  /** Moves the state on by {@code stepS} under specific force {@code f} and angular rate {@code w}, constant, body frame. */
  void advance(NavigationState state, double stepS, double[] f, double[] w) {
    for (int i = 0; i < 3; i++) {
      state.rate[i] = w[i] - state.gyroBias[i];
      state.accel[i] = f[i] - state.accelBias[i];
    }
    double half = 0.5 * stepS;
    state.rotateBody(half * state.rate[0], half * state.rate[1], half * state.rate[2]);
    propagateErrors(state, stepS);
    double[] r = state.rotation;
    for (int i = 0; i < 3; i++) {
      double a =
          r[3 * i] * state.accel[0] + r[3 * i + 1] * state.accel[1] + r[3 * i + 2] * state.accel[2];
      a -= i == 2 ? GRAVITY_MPS2 : 0.0;
      state.position[i] += stepS * (state.velocity[i] + half * a);
      state.velocity[i] += stepS * a;
    }
    state.rotateBody(half * state.rate[0], half * state.rate[1], half * state.rate[2]);
    double kept = 1.0 - stepS / config.gnssDriftTimeS();
    for (int i = 0; i < 3; i++) {
      state.gnssDrift[i] *= kept;
    }
  }

  /** P = F P F' + Q; the order of the couplings is that of F, each reading errors not yet moved. */
  private void propagateErrors(NavigationState state, double dt) {
    Covariance p = state.covariance;
    double[] r = state.rotation;
    double fx = r[0] * state.accel[0] + r[1] * state.accel[1] + r[2] * state.accel[2];
    double fy = r[3] * state.accel[0] + r[4] * state.accel[1] + r[5] * state.accel[2];
    double fz = r[6] * state.accel[0] + r[7] * state.accel[1] + r[8] * state.accel[2];
    for (int i = 0; i < 3; i++) {
      p.couple(POSITION + i, VELOCITY + i, dt);
    }
    // v' = v - [R f]x theta dt - R b_a dt
    p.couple(VELOCITY, ATTITUDE + 1, dt * fz);
    p.couple(VELOCITY, ATTITUDE + 2, -dt * fy);
    p.couple(VELOCITY + 1, ATTITUDE, -dt * fz);
    p.couple(VELOCITY + 1, ATTITUDE + 2, dt * fx);
    p.couple(VELOCITY + 2, ATTITUDE, dt * fy);
    p.couple(VELOCITY + 2, ATTITUDE + 1, -dt * fx);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        p.couple(VELOCITY + i, ACCEL_BIAS + j, -dt * r[3 * i + j]);
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        p.couple(ATTITUDE + i, GYRO_BIAS + j, -dt * r[3 * i + j]);
      }
    }
    double kept = 1.0 - dt / config.gnssDriftTimeS();
    double drift = config.gnssDriftStdM();
    for (int i = 0; i < 3; i++) {
      p.addVariance(VELOCITY + i, square(config.accelNoise()) * dt);
      p.addVariance(ATTITUDE + i, square(config.gyroNoise()) * dt);
      p.addVariance(GYRO_BIAS + i, square(config.gyroBiasWalk()) * dt);
      p.addVariance(ACCEL_BIAS + i, square(config.accelBiasWalk()) * dt);
      p.scale(GNSS_DRIFT + i, kept);
      p.addVariance(GNSS_DRIFT + i, square(i == 2 ? 2.0 * drift : drift) * (1.0 - kept * kept));
    }
    p.addVariance(WHEEL_SCALE, square(WHEEL_SCALE_WALK) * dt);
    p.addVariance(SLIP, square(SLIP_WALK) * dt);
  }

  private static double square(double value) {
    return value * value;
  }
}
