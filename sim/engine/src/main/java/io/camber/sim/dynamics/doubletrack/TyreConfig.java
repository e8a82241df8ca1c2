package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * A tyre.
 *
 * @param along force in the direction of the wheel over longitudinal slip
 * @param across side force over the tangent of the slip angle
 * @param nominalLoadN load at which the curves hold
 * @param loadSensitivity share of peak and stiffness, over load, that goes lost when the load doubles
 * @param relaxationM way that the wheel rolls until side slip has built up to 63 %
 */
public record TyreConfig(
    TyreCurve along,
    TyreCurve across,
    double nominalLoadN,
    double loadSensitivity,
    double relaxationM) {
  public TyreConfig {
    positive("nominalLoadN", nominalLoadN);
    within("loadSensitivity", loadSensitivity, 0.0, 0.4);
    within("relaxationM", relaxationM, 0.01, 3.0);
  }

  /** What a load does to peak and stiffness over load; 1 at the nominal one. */
  double loadFactor(double loadN) {
    return Math.max(0.3, 1.0 - loadSensitivity * (loadN - nominalLoadN) / nominalLoadN);
  }

  /** Cornering stiffness of one tyre, N/rad. */
  double corneringN(double loadN) {
    return across.stiffness() * loadN * loadFactor(loadN);
  }
}
