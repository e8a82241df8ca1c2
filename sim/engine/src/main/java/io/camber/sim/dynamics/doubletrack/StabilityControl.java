package io.camber.sim.dynamics.doubletrack;

import io.camber.sim.dynamics.FirstOrder;

/**
 * Electronic stability control: compares the yaw rate with that of the linear single-track model at this speed and steering
 * angle, limited by friction, and brakes the outer front wheel when the car turns too much, the inner rear one when it turns too
 * little (van Zanten, Bosch ESP Systems: 5 Years of Experience, SAE 2000-01-1633). It is told the friction, which real ones
 * estimate. Mutable.
 */
final class StabilityControl {
  private static final double SLOWEST_MPS = 5.0;
  private static final double TOLERANCE_RADPS = 0.05;

  /** Brake force over the weight of the car for each rad/s beyond the tolerance. */
  private static final double GAIN_PER_RADPS = 3.0;

  /** Strongest braking of one wheel over the weight of the car. */
  private static final double LIMIT = 0.35;

  private static final double LAG_S = 0.05;
  private static final double FRICTION_USED = 0.85;

  private final double wheelbaseM;
  private final double understeerGradient;
  private final double peak;
  private final double forceN;
  private final double share;
  private final boolean isPresent;
  private double front;
  private double rear;

  StabilityControl(DoubleTrackConfig config, double stepS) {
    wheelbaseM = config.wheelbaseM();
    understeerGradient = Math.max(0.0, config.understeerGradient());
    peak = config.tyre().across().peak();
    forceN = config.unit().massKg() * DoubleTrackConfig.GRAVITY_MPS2;
    share = FirstOrder.share(stepS, LAG_S);
    isPresent = config.hasStabilityControl();
  }

  void update(double forwardMps, double yawRate, double steeringAngle, double frictionScale) {
    double wantedFront = 0.0;
    double wantedRear = 0.0;
    if (isPresent && forwardMps > SLOWEST_MPS) {
      double asked =
          forwardMps * steeringAngle / (wheelbaseM + understeerGradient * forwardMps * forwardMps);
      double most =
          FRICTION_USED * peak * frictionScale * DoubleTrackConfig.GRAVITY_MPS2 / forwardMps;
      double meant = Math.max(-most, Math.min(most, asked));
      double excess = yawRate - meant;
      // Positive: the car turns further to the left than it is meant to; a brake on the right
      // helps.
      double needed = GAIN_PER_RADPS * Math.max(0.0, Math.abs(excess) - TOLERANCE_RADPS);
      double signed = Math.copySign(Math.min(LIMIT, needed), excess);
      boolean turnsTooMuch = excess * yawRate > 0.0;
      wantedFront = turnsTooMuch ? signed : 0.0;
      wantedRear = turnsTooMuch ? 0.0 : signed;
    }
    front += share * (wantedFront - front);
    rear += share * (wantedRear - rear);
  }

  void stop() {
    front = 0.0;
    rear = 0.0;
  }

  /** Brake force at a wheel beyond what the driver asks for. */
  double brakeN(boolean isFront, boolean isLeft) {
    double signed = isFront ? front : rear;
    return forceN * Math.max(0.0, isLeft ? -signed : signed);
  }

  /** True while it brakes. */
  boolean isActive() {
    return Math.abs(front) + Math.abs(rear) > 0.01;
  }
}
