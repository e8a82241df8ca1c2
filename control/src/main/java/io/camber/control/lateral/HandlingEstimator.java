package io.camber.control.lateral;

/**
 * Learns while driving what the vehicle's description does not say: understeer, rear slip, and the yaw rate that no
 * steering explains (steering offset, road bank). Each is a bounded gradient step on the error of the model's own word.
 * Owned by one controller.
 */
final class HandlingEstimator {
  /** Below it the yaw rate says little about the tyres. */
  private static final double SPEED_MIN_MPS = 8.0;

  /** Below it the unexplained yaw rate is kept at zero: at walking pace it is noise over almost no speed. */
  private static final double DRIFT_SPEED_MIN_MPS = 2.0;

  /** Turns gentler than this teach nothing. */
  private static final double LATERAL_MIN_MPS2 = 0.4;

  /** Linear tyres end near 4 m/s2. */
  private static final double LATERAL_MAX_MPS2 = 4.0;

  private static final double LEARNING_S = 2.0;
  private static final double UNDERSTEER_MAX = 0.008;
  private static final double SLIP_MAX = 0.02;
  private static final double DRIFT_TIME_S = 0.6;
  private static final double DRIFT_MAX_RADPS = 0.06;

  /** Share of a measured yaw rate that enters per sample; the gyro is noisy, the model smooth. */
  private static final double YAW_RATE_GAIN = 0.15;

  private HandlingModel model;
  private double driftRadps;

  /** The wheel angle that the yaw rate has followed so far. */
  private double followedAngle;

  /** Measured yaw rate over the model's, lightly low-passed: {@link #driftRadps} before it has settled. */
  private double surpriseRadps;

  private double yawRateRadps;

  HandlingEstimator(HandlingModel start) {
    model = start;
  }

  HandlingModel model() {
    return model;
  }

  /** Yaw rate over what the model explains, low-passed. */
  double driftRadps() {
    return driftRadps;
  }

  /** Yaw rate as the model and the gyro together have it. */
  double yawRateRadps() {
    return yawRateRadps;
  }

  /** Learns from one moment: steering angle at the wheels, and the motion that goes with it. */
  void update(double stepS, double speed, double left, double yawRate, double steeringAngle) {
    double lagS = model.yawLagS(speed);
    followedAngle += (stepS < lagS ? stepS / lagS : 1.0) * (steeringAngle - followedAngle);
    double expected = model.yawRateRadps(speed, followedAngle);
    surpriseRadps += YAW_RATE_GAIN * (yawRate - expected - surpriseRadps);
    yawRateRadps = expected + surpriseRadps;
    if (speed < DRIFT_SPEED_MIN_MPS) {
      driftRadps *= Math.max(0.0, 1.0 - stepS / DRIFT_TIME_S);
      return;
    }
    double drift = bounded(yawRate - expected, DRIFT_MAX_RADPS);
    driftRadps += Math.min(1.0, stepS / DRIFT_TIME_S) * (drift - driftRadps);
    double lateral = speed * yawRate;
    if (speed < SPEED_MIN_MPS
        || Math.abs(lateral) < LATERAL_MIN_MPS2
        || Math.abs(lateral) > LATERAL_MAX_MPS2) {
      return;
    }
    double rate = Math.min(1.0, stepS / LEARNING_S) * Math.min(1.0, Math.abs(lateral));
    double needed = StrictMath.tan(followedAngle) * speed / yawRate - model.wheelbaseM();
    double understeer = needed / (speed * speed) - model.understeerS2pM();
    double slip = -left / (speed * lateral) - model.slipS2pM();
    model = new HandlingModel(
        model.wheelbaseM(),
        within(model.understeerS2pM() + rate * bounded(understeer, UNDERSTEER_MAX), UNDERSTEER_MAX),
        within(model.slipS2pM() + rate * bounded(slip, SLIP_MAX), SLIP_MAX));
  }

  private static double bounded(double value, double max) {
    return Math.max(-max, Math.min(max, value));
  }

  private static double within(double value, double max) {
    return Math.max(0.0, Math.min(max, value));
  }
}
