package io.camber.sim.traffic.driver;

import static io.camber.geometry.Numbers.within;

/**
 * How drivers differ: each property is drawn from a normal distribution cut at two and a half deviations. Time gaps follow what is
 * observed on roads, a median near 1.4 s with a wide spread (Treiber, Kesting, Traffic Flow Dynamics, 2013, ch. 4).
 *
 * @param vans share of vehicles that are vans
 * @param trucks share of vehicles that are trucks
 * @param bicycles share of vehicles that are bicycles
 * @param spread 1 for people, 0 for drivers who are all the same
 */
public record Population(double vans, double trucks, double bicycles, double spread) {
  private static final double CUT = 2.5;

  public Population {
    within("vans", vans, 0.0, 1.0);
    within("trucks", trucks, 0.0, 1.0);
    within("bicycles", bicycles, 0.0, 1.0);
    within("vans + trucks + bicycles", vans + trucks + bicycles, 0.0, 1.0);
    within("spread", spread, 0.0, 2.0);
  }

  /** A town's mix. */
  public static Population urban() {
    return new Population(0.10, 0.04, 0.0, 1.0);
  }

  /** The same car and driver again and again. */
  public static Population uniform() {
    return new Population(0.0, 0.0, 0.0, 0.0);
  }

  public Driver draw(Dice dice) {
    double kind = dice.uniform();
    Vehicle vehicle = kind < trucks
        ? Vehicle.TRUCK
        : kind < trucks + vans
            ? Vehicle.VAN
            : kind < trucks + vans + bicycles ? Vehicle.BICYCLE : Vehicle.CAR;
    boolean heavy = vehicle == Vehicle.TRUCK;
    return new Driver(
        vehicle,
        bounded(dice, heavy ? 0.92 : 1.0, 0.08, 0.7, 1.3),
        bounded(dice, heavy ? 0.9 : 1.5, 0.25, 0.5, 2.5),
        bounded(dice, heavy ? 1.6 : 2.0, 0.3, 1.2, 3.0),
        bounded(dice, 2.0, 0.4, 1.0, 3.5),
        bounded(dice, heavy ? 1.8 : 1.4, 0.4, 0.7, 3.0),
        bounded(dice, 0.25, 0.15, 0.0, 1.0),
        bounded(dice, 0.2, 0.05, 0.05, 0.5),
        bounded(dice, 1.2, 0.4, 0.5, 2.5),
        bounded(dice, 0.0, 0.08, -0.2, 0.2));
  }

  private double bounded(Dice dice, double mean, double deviation, double min, double max) {
    double normal = Math.max(-CUT, Math.min(CUT, dice.normal()));
    return Math.max(min, Math.min(max, mean + spread * deviation * normal));
  }
}
