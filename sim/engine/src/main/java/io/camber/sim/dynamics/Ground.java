package io.camber.sim.dynamics;

/**
 * The road under the car.
 *
 * @param pitch of the road along the car, rad, ISO 8855: positive downhill
 * @param frictionScale multiplies the tyres' friction; 1 on dry asphalt
 */
public record Ground(double pitch, double frictionScale) {
  public static final Ground LEVEL = new Ground(0.0, 1.0);
}
