package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * A tyre.
 *
 * @param along force in the direction of the wheel over longitudinal slip
 * @param across side force over the tangent of the slip angle
 * @param nominalLoadN load at which the curves hold
 * @param loadSensitivity share of the peaks and of the longitudinal stiffness, over load, that goes lost when the load doubles
 * @param stiffestLoad load at which the cornering stiffness is largest, over the nominal one; infinite where it grows with the
 *     load without end
 * @param relaxationM way that the wheel rolls until side slip has built up to 63 %
 */
public record TyreConfig(
    TyreCurve along,
    TyreCurve across,
    double nominalLoadN,
    double loadSensitivity,
    double stiffestLoad,
    double relaxationM) {
  public TyreConfig {
    positive("nominalLoadN", nominalLoadN);
    within("loadSensitivity", loadSensitivity, 0.0, 0.4);
    within("stiffestLoad", stiffestLoad, 1.0, Double.POSITIVE_INFINITY);
    within("relaxationM", relaxationM, 0.01, 3.0);
  }

  /** What a load does to the peaks and the longitudinal stiffness over load; 1 at the nominal one. */
  double loadFactor(double loadN) {
    return Math.max(0.3, 1.0 - loadSensitivity * (loadN - nominalLoadN) / nominalLoadN);
  }

  /**
   * Cornering stiffness of one tyre, N/rad: {@code sin(2 atan(F / (c F_n)))} of its largest value (Pacejka, Tire and Vehicle
   * Dynamics, 3rd ed., eq. 4.E25 with p_Ky4 = 2), which is {@code 2 t / (1 + t^2)} of {@code t = F / (c F_n)}.
   */
  double corneringN(double loadN) {
    double nominal = 1.0 / stiffestLoad;
    double now = loadN / (stiffestLoad * nominalLoadN);
    return across.stiffness() * loadN * (1.0 + nominal * nominal) / (1.0 + now * now);
  }
}
