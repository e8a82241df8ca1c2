package io.camber.sim.dynamics;

import static io.camber.geometry.Numbers.positive;

/**
 * Tyres of both axles.
 *
 * @param frontStiffnessPerRad cornering stiffness of the front axle over its load
 * @param rearStiffnessPerRad same for the rear axle; larger than the front's, so the car understeers
 * @param friction peak force over load on a dry road
 */
public record TyreConfig(double frontStiffnessPerRad, double rearStiffnessPerRad, double friction) {
  public TyreConfig {
    positive("frontStiffnessPerRad", frontStiffnessPerRad);
    positive("rearStiffnessPerRad", rearStiffnessPerRad);
    positive("friction", friction);
  }

  /** Passenger car: understeer gradient 0.9 degrees of road-wheel angle per g, as a mild family car has. */
  public static TyreConfig passengerCar() {
    return new TyreConfig(15.0, 19.5, 1.0);
  }
}
