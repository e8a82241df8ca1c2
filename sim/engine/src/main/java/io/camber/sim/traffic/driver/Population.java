package io.camber.sim.traffic.driver;

import static io.camber.geometry.Numbers.within;

import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part, and how drivers differ: each property is drawn from a normal distribution cut at two and a half deviations. Time gaps
 * spread widely, as observed on roads (Treiber, Kesting, Traffic Flow Dynamics, 2013, ch. 4), around a mean of 1.2 s: with it headways
 * come out as recorded in towns ({@code docs/traffic.md}).
 *
 * @param shares of which the weights add up to 1
 * @param spread 1 for people, 0 for drivers who are all the same
 */
public record Population(List<Share> shares, double spread) {
  private static final double CUT = 2.5;
  private static final double ROUNDING = 1e-9;

  /** Bicycles keep so far to the right of the lane's middle. */
  private static final double EDGE_M = -0.9;

  /** A kind of vehicle and a manner of driving, and the share of all that have them. */
  public record Share(double weight, Vehicle vehicle, Manner manner) {
    public Share {
      within("weight", weight, 0.0, Double.MAX_VALUE);
    }
  }

  public Population {
    shares = List.copyOf(shares);
    double sum = shares.stream().mapToDouble(Share::weight).sum();
    within("sum of weights", sum, 1.0 - ROUNDING, 1.0 + ROUNDING);
    within("spread", spread, 0.0, 2.0);
  }

  /** Shares of vans, trucks and bicycles; the rest are cars. */
  public Population(double vans, double trucks, double bicycles, double spread) {
    this(kinds(vans, trucks, bicycles), spread);
  }

  private static List<Share> kinds(double vans, double trucks, double bicycles) {
    within("vans", vans, 0.0, 1.0);
    within("trucks", trucks, 0.0, 1.0);
    within("bicycles", bicycles, 0.0, 1.0);
    within("vans + trucks + bicycles", vans + trucks + bicycles, 0.0, 1.0);
    return List.of(
        new Share(trucks, Vehicle.TRUCK, Manner.USUAL),
        new Share(vans, Vehicle.VAN, Manner.USUAL),
        new Share(bicycles, Vehicle.BICYCLE, Manner.USUAL),
        new Share(1.0 - (vans + trucks + bicycles), Vehicle.CAR, Manner.USUAL));
  }

  /** Shares of any weights, of which one at least is above 0. */
  public static Population of(List<Share> weighted) {
    double sum = weighted.stream().mapToDouble(Share::weight).sum();
    within("sum of weights", sum, Double.MIN_NORMAL, Double.MAX_VALUE);
    List<Share> shares = new ArrayList<>();
    for (Share share : weighted) {
      shares.add(new Share(share.weight() / sum, share.vehicle(), share.manner()));
    }
    return new Population(shares, 1.0);
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
    return new Population(weight(Vehicle.VAN), weight(Vehicle.TRUCK), share, spread);
  }

  private double weight(Vehicle vehicle) {
    return shares.stream()
        .filter(share -> share.vehicle() == vehicle)
        .mapToDouble(Share::weight)
        .sum();
  }

  public Driver draw(Dice dice) {
    double drawn = dice.uniform();
    double until = 0.0;
    for (Share share : shares) {
      until += share.weight();
      if (drawn < until) {
        return draw(share, dice);
      }
    }
    return draw(shares.get(shares.size() - 1), dice);
  }

  private Driver draw(Share share, Dice dice) {
    Vehicle vehicle = share.vehicle();
    Manner manner = share.manner();
    boolean heavy = vehicle == Vehicle.TRUCK;
    return new Driver(
        vehicle,
        top(vehicle, dice),
        said(manner.speedFactor(), bounded(dice, heavy ? 0.92 : 1.0, 0.08, 0.7, 1.3)),
        said(manner.accelMps2(), bounded(dice, heavy ? 0.9 : 1.5, 0.25, 0.5, 2.5)),
        said(manner.decelMps2(), bounded(dice, heavy ? 1.6 : 2.0, 0.3, 1.2, 3.0)),
        said(manner.standstillM(), bounded(dice, 2.0, 0.4, 1.0, 3.5)),
        said(manner.timeGapS(), bounded(dice, heavy ? 1.6 : 1.2, 0.4, 0.6, 3.0)),
        said(manner.politeness(), bounded(dice, 0.25, 0.15, 0.0, 1.0)),
        bounded(dice, 0.2, 0.05, 0.05, 0.5),
        bounded(dice, 1.2, 0.4, 0.5, 2.5),
        bounded(dice, 0.0, 0.08, -0.2, 0.2) + (vehicle == Vehicle.BICYCLE ? EDGE_M : 0.0));
  }

  private static double said(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
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
