package io.camber.sim.dynamics;

import java.util.Arrays;

/**
 * Steering that first does nothing, then follows with a first-order lag under a rate and an angle limit; the road wheels follow
 * through the backlash of the linkage. Mutable; owned by one thread.
 */
public final class SteeringActuator {
  private final double angleMax;
  private final double stepMax;
  private double follow;
  private double halfPlay;
  private final double[] delayed;
  private boolean isPrompt;
  private int next;
  private double angle;
  private double roadWheel;

  public SteeringActuator(SteeringConfig config, double substepS) {
    angleMax = config.angleMax();
    stepMax = config.rateRadpsMax() * substepS;
    follow = FirstOrder.share(substepS, config.lagS());
    halfPlay = config.play() / 2.0;
    delayed = new double[Math.toIntExact(Math.round(config.deadTimeS() / substepS))];
  }

  /** Stands at an angle as if it had been commanded long enough; returns the angle, limited. */
  public double reset(double steeringAngle) {
    angle = limit(steeringAngle);
    roadWheel = angle;
    Arrays.fill(delayed, angle);
    next = 0;
    return angle;
  }

  /** From now on neither waits nor lags nor plays; rate and angle stay limited. */
  public void obeyAtOnce() {
    isPrompt = true;
    follow = 1.0;
    halfPlay = 0.0;
  }

  /** One substep under a command; returns the road-wheel angle at its end. */
  public double step(double command) {
    double target = limit(delay(command));
    double change = follow * (target - angle);
    angle += Math.max(-stepMax, Math.min(stepMax, change));
    roadWheel = Math.max(angle - halfPlay, Math.min(angle + halfPlay, roadWheel));
    return roadWheel;
  }

  private double delay(double command) {
    if (isPrompt || delayed.length == 0) {
      return command;
    }
    double oldest = delayed[next];
    delayed[next] = command;
    next = next + 1 == delayed.length ? 0 : next + 1;
    return oldest;
  }

  private double limit(double value) {
    return Math.max(-angleMax, Math.min(angleMax, value));
  }
}
