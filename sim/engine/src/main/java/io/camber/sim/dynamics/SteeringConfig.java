package io.camber.sim.dynamics;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;

/**
 * The steering actuator.
 *
 * @param angleMax road-wheel angle limit, rad
 * @param rateRadpsMax road-wheel rate limit
 * @param deadTimeS pure delay before the first reaction; rounded to the plant's substep
 * @param lagS first-order time constant after the dead time
 * @param play backlash between actuator and road wheel, rad from stop to stop
 */
public record SteeringConfig(
    double angleMax, double rateRadpsMax, double deadTimeS, double lagS, double play) {
  public SteeringConfig {
    positive("angleMax", angleMax);
    positive("rateRadpsMax", rateRadpsMax);
    notNegative("deadTimeS", deadTimeS);
    notNegative("lagS", lagS);
    notNegative("play", play);
  }

  /** Steering without backlash. */
  public SteeringConfig(double angleMax, double rateRadpsMax, double deadTimeS, double lagS) {
    this(angleMax, rateRadpsMax, deadTimeS, lagS, 0.0);
  }
}
