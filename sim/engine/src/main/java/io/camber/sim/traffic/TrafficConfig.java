package io.camber.sim.traffic;

import static io.camber.geometry.Numbers.within;

import io.camber.sim.traffic.driver.Population;

/**
 * How much traffic there is, and of whom.
 *
 * @param vehicles kept on the road as far as there is room
 * @param foreign most places on lanes that foreign bodies take
 * @param stepS between decisions
 */
public record TrafficConfig(
    int vehicles, int foreign, long seed, double stepS, Population population) {
  /** Drivers decide ten times a second. */
  public static final double STEP_S = 0.1;

  public TrafficConfig {
    within("vehicles", vehicles, 0, 1_000_000);
    within("foreign", foreign, 0, 100_000);
    within("stepS", stepS, 0.01, 1.0);
  }

  public static TrafficConfig urban(int vehicles, long seed) {
    return new TrafficConfig(vehicles, 0, seed, STEP_S, Population.urban());
  }
}
