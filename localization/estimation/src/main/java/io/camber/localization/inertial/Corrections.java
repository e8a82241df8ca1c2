package io.camber.localization.inertial;

import static io.camber.localization.inertial.ErrorIndex.ATTITUDE;
import static io.camber.localization.inertial.ErrorIndex.GNSS_DRIFT;
import static io.camber.localization.inertial.ErrorIndex.GYRO_BIAS;
import static io.camber.localization.inertial.ErrorIndex.POSITION;
import static io.camber.localization.inertial.ErrorIndex.SIZE;
import static io.camber.localization.inertial.ErrorIndex.SLIP;
import static io.camber.localization.inertial.ErrorIndex.VELOCITY;
import static io.camber.localization.inertial.ErrorIndex.WHEEL_SCALE;

import io.camber.geometry.Angles;
import io.camber.sensing.GnssFix;
import java.util.Arrays;

/** What satellite fixes and wheel speeds say about a state, gated by chi-square tests. Scratch rows are reused. */
final class Corrections {
  /** 99.9 % of chi-square with 1, 2 degrees of freedom. */
  private static final double GATE_1 = 10.83;

  private static final double GATE_2 = 13.82;

  /** A fix that claims less than this is not believed: mounting, time stamps and map frame are no better. */
  private static final double FIX_STD_MIN_M = 0.015;

  /** After half a second of refused wheel speeds they are probably right: the state is then told so with doubt. */
  private static final int WHEELS_REFUSED_MAX = 25;

  private static final double DOUBT = 10.0;

  /** Below this the wheel sensors give no ticks. */
  private static final double STILL_MPS = 0.02;

  /** A car that rolled a moment ago may still be silent at walking pace: 0.3 s without a tick is standstill. */
  private static final int STILL_SAMPLES = 15;

  private static final double STILL_STD_MPS = 0.01;
  private static final double STILL_STD_RADPS = 0.002;

  /** Body dive on the springs turns forward speed into vertical speed: rad per m/s2. */
  private static final double DIVE_S2PM = 0.006;

  private final InertialConfig config;
  private final WheelTrust trust;
  private final double[] h = new double[SIZE];
  private final double[] g = new double[SIZE];

  Corrections(InertialConfig config) {
    this.config = config;
    trust = new WheelTrust(config);
  }

  /** Takes a fix; false when its position fails the gate, and then nothing of it is used. */
  boolean fix(NavigationState state, GnssFix fix) {
    if (trust.compare(state, fix)) {
      // The state has followed the wheels so far: it is as wrong as they are.
      double followed = state.wheelMean * state.wheelMean;
      state.covariance.addVariance(VELOCITY, followed);
      state.covariance.addVariance(VELOCITY + 1, followed);
    }
    double drift = config.gnssDriftStdM();
    double reported = fix.positionStdM() * fix.positionStdM() - drift * drift;
    double variance = Math.max(FIX_STD_MIN_M * FIX_STD_MIN_M, reported);
    double dx = fix.position().x() - state.position[0] - state.gnssDrift[0];
    double dy = fix.position().y() - state.position[1] - state.gnssDrift[1];
    state.innovationNs = fix.timeNs();
    if (distance(state, variance, dx, dy) > GATE_2) {
      state.rejectedFixes++;
      return false;
    }
    state.rejectedFixes = 0;
    state.fixes++;
    state.fixNs = fix.timeNs();
    double[] measured = {fix.position().x(), fix.position().y(), fix.position().z()};
    for (int i = 0; i < 3; i++) {
      positionRow(h, i);
      double innovation = measured[i] - state.position[i] - state.gnssDrift[i];
      state.correct(h, i == 2 ? 4.0 * variance : variance, innovation);
    }
    fixVelocity(state, fix);
    fixYaw(state, fix);
    return true;
  }

  /** Square of the distance in sigmas; notes the innovation. */
  private double distance(NavigationState state, double variance, double dx, double dy) {
    positionRow(h, 0);
    positionRow(g, 1);
    double sxx = state.covariance.variance(h) + variance;
    double syy = state.covariance.variance(g) + variance;
    double sxy = state.covariance.covariance(h, g);
    state.innovationX = dx / Math.sqrt(sxx);
    state.innovationY = dy / Math.sqrt(syy);
    return (syy * dx * dx - 2.0 * sxy * dx * dy + sxx * dy * dy) / (sxx * syy - sxy * sxy);
  }

  private static void positionRow(double[] row, int axis) {
    Arrays.fill(row, 0.0);
    row[POSITION + axis] = 1.0;
    row[GNSS_DRIFT + axis] = 1.0;
  }

  /** Receivers low-pass their velocity, which in a turn lags; its weight falls with the lateral acceleration. */
  private void fixVelocity(NavigationState state, GnssFix fix) {
    double lag = config.slipS2pM() * lateral(state) * state.bodyVelocity(0);
    double variance = fix.velocityStdMps() * fix.velocityStdMps() + 4.0 * lag * lag;
    double[] measured = {fix.velocityMps().x(), fix.velocityMps().y()};
    for (int i = 0; i < 2; i++) {
      Arrays.fill(h, 0.0);
      h[VELOCITY + i] = 1.0;
      gated(state, variance, measured[i] - state.velocity[i]);
    }
  }

  private void fixYaw(NavigationState state, GnssFix fix) {
    Arrays.fill(h, 0.0);
    h[ATTITUDE + 2] = 1.0;
    gated(state, fix.yawStd() * fix.yawStd(), Angles.difference(fix.yaw(), state.yaw()));
  }

  /** Takes the mean speed of the rear wheels: forward speed, sideways slip, no vertical speed; standstill when silent. */
  void wheels(NavigationState state, double rearMps) {
    state.stillSamples = Math.abs(rearMps) < STILL_MPS ? state.stillSamples + 1 : 0;
    if (state.stillSamples >= STILL_SAMPLES && Math.abs(state.bodyVelocity(0)) < 1.0) {
      standstill(state);
      return;
    }
    if (state.stillSamples == 0) {
      forward(state, rearMps);
    }
    sideways(state);
    double dive = DIVE_S2PM * state.accel[0] * state.bodyVelocity(0);
    bodyRow(state, 2);
    gated(state, 0.05 * 0.05 + dive * dive, -state.bodyVelocity(2));
  }

  private void forward(NavigationState state, double rearMps) {
    bodyRow(state, 0);
    h[WHEEL_SCALE] = -rearMps;
    double innovation = state.wheelScale * rearMps - state.bodyVelocity(0);
    double variance = trust.variance(state);
    if (gated(state, variance, innovation)) {
      state.rejectedWheels = 0;
    } else if (++state.rejectedWheels > WHEELS_REFUSED_MAX) {
      state.correct(h, DOUBT * DOUBT * variance, innovation);
    }
    WheelTrust.remember(state, state.wheelScale * rearMps - state.bodyVelocity(0));
  }

  /** v_left = -slip x v x a_lateral: the rear axle slips outward in proportion to the force it carries. */
  private void sideways(NavigationState state) {
    double speed = state.bodyVelocity(0);
    double product = speed * lateral(state);
    bodyRow(state, 1);
    h[SLIP] = product;
    double std = config.lateralStdMps() + 0.1 * config.slipS2pM() * Math.abs(product);
    gated(state, std * std, -state.slip * product - state.bodyVelocity(1));
  }

  private void standstill(NavigationState state) {
    for (int i = 0; i < 3; i++) {
      Arrays.fill(h, 0.0);
      h[VELOCITY + i] = 1.0;
      state.correct(h, STILL_STD_MPS * STILL_STD_MPS, -state.velocity[i]);
    }
    for (int i = 0; i < 3; i++) {
      Arrays.fill(h, 0.0);
      h[GYRO_BIAS + i] = 1.0;
      gated(state, STILL_STD_RADPS * STILL_STD_RADPS, state.rate[i]);
    }
  }

  /** Row of a body velocity: d(R'v)/dv = R', d(R'v)/dtheta = R'[v]x. */
  private void bodyRow(NavigationState state, int axis) {
    Arrays.fill(h, 0.0);
    double rx = state.rotation[axis];
    double ry = state.rotation[3 + axis];
    double rz = state.rotation[6 + axis];
    double[] v = state.velocity;
    h[VELOCITY] = rx;
    h[VELOCITY + 1] = ry;
    h[VELOCITY + 2] = rz;
    h[ATTITUDE] = ry * v[2] - rz * v[1];
    h[ATTITUDE + 1] = rz * v[0] - rx * v[2];
    h[ATTITUDE + 2] = rx * v[1] - ry * v[0];
  }

  private boolean gated(NavigationState state, double variance, double innovation) {
    double s = state.covariance.variance(h) + variance;
    if (innovation * innovation > GATE_1 * s) {
      return false;
    }
    state.correct(h, variance, innovation);
    return true;
  }

  /** Centripetal acceleration; the accelerometer's would carry bank and roll. */
  private static double lateral(NavigationState state) {
    return state.bodyVelocity(0) * state.rate[2];
  }
}
