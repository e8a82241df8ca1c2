package io.camber.sim.traffic.driver;

import static io.camber.geometry.Numbers.within;

/**
 * One driver and the vehicle driven.
 *
 * @param topMps that the vehicle reaches, whatever is allowed
 * @param speedFactor of the speed that limit and curves allow
 * @param standstillM clearance kept when standing
 * @param timeGapS clearance over speed that the driver follows with
 * @param decelMps2 braking felt as comfortable
 * @param politeness how much the gain or loss of others counts when changing lanes
 * @param thresholdMps2 gain below which a lane change is not worth it
 * @param safetyS time kept between own passage and that of crossing traffic
 * @param wanderM how far off the lane's middle the driver keeps, left positive
 */
public record Driver(
    Vehicle vehicle,
    double topMps,
    double speedFactor,
    double accelMps2,
    double decelMps2,
    double standstillM,
    double timeGapS,
    double politeness,
    double thresholdMps2,
    double safetyS,
    double wanderM) {
  public Driver {
    within("topMps", topMps, 0.1, 100.0);
    within("speedFactor", speedFactor, 0.1, 3.0);
    within("accelMps2", accelMps2, 0.1, 10.0);
    within("decelMps2", decelMps2, 0.1, 10.0);
    within("standstillM", standstillM, 0.1, 20.0);
    within("timeGapS", timeGapS, 0.1, 10.0);
    within("politeness", politeness, 0.0, 2.0);
    within("thresholdMps2", thresholdMps2, 0.0, 5.0);
    within("safetyS", safetyS, 0.0, 20.0);
    within("wanderM", wanderM, -2.0, 2.0);
  }

  /** The same driver in a vehicle that reaches another speed. */
  public Driver withTop(double mps) {
    return new Driver(
        vehicle,
        mps,
        speedFactor,
        accelMps2,
        decelMps2,
        standstillM,
        timeGapS,
        politeness,
        thresholdMps2,
        safetyS,
        wanderM);
  }

  /** A car's average driver. */
  public static Driver average() {
    return new Driver(Vehicle.CAR, 60.0, 1.0, 1.5, 2.0, 2.0, 1.4, 0.2, 0.2, 1.0, 0.0);
  }
}
