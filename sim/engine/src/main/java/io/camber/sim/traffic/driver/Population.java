package io.camber.sim.traffic.driver;

import static io.camber.geometry.Numbers.within;

/**
 * How drivers differ: each property is drawn from a normal distribution cut at two and a half deviations. Time gaps spread widely, as
 * observed on roads (Treiber, Kesting, Traffic Flow Dynamics, 2013, ch. 4), around a mean of 1.2 s: with it headways come out as
 * recorded in towns ({@code docs/traffic.md}).
 *
 * @param vans share of vehicles that are vans
 * @param trucks share of vehicles that are trucks
 * @param bicycles share of vehicles that are bicycles
 * @param spread 1 for people, 0 for drivers who are all the same
 */
public record Population(double vans, double trucks, double bicycles, double spread) {
  private static final double CUT = 2.5;

  /** Bicycles keep so far to the right of the lane's middle. */
  private static final double EDGE_M = -0.9;

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

  /** With another share of bicycles, at the cost of cars. */
  public Population withBicycles(double share) {
    return new Population(vans, trucks, share, spread);
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
        top(vehicle, dice),
        bounded(dice, heavy ? 0.92 : 1.0, 0.08, 0.7, 1.3),
        bounded(dice, heavy ? 0.9 : 1.5, 0.25, 0.5, 2.5),
        bounded(dice, heavy ? 1.6 : 2.0, 0.3, 1.2, 3.0),
        bounded(dice, 2.0, 0.4, 1.0, 3.5),
        bounded(dice, heavy ? 1.6 : 1.2, 0.4, 0.6, 3.0),
        bounded(dice, 0.25, 0.15, 0.0, 1.0),
        bounded(dice, 0.2, 0.05, 0.05, 0.5),
        bounded(dice, 1.2, 0.4, 0.5, 2.5),
        bounded(dice, 0.0, 0.08, -0.2, 0.2) + (vehicle == Vehicle.BICYCLE ? EDGE_M : 0.0));
  }

  /** What the vehicle can do, m/s; only cyclists differ. */
  private double top(Vehicle vehicle, Dice dice) {
    return switch (vehicle) {
      case CAR, VAN -> 60.0;
      case TRUCK -> 25.0;
      case BICYCLE -> bounded(dice, 5.0, 0.8, 3.0, 8.0);
    };
  }

  private double bounded(Dice dice, double mean, double deviation, double min, double max) {
    double normal = Math.max(-CUT, Math.min(CUT, dice.normal()));
    return Math.max(min, Math.min(max, mean + spread * deviation * normal));
  }
}
