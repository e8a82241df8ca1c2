package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * One direction of the magic formula (Pacejka, Tire and Vehicle Dynamics, 3rd ed., eq. 4.6), written over the slip that a linear
 * tyre would need to reach its peak: {@code s = K slip / (D F_z)}. In these terms the formula reads
 * {@code F / (D F_z) = sin(C atan(s/C - E (s/C - atan(s/C))))} and its stiffness factor B has gone.
 *
 * @param shape C
 * @param peak D, largest force over load on a dry road
 * @param curvature E, below 1
 * @param stiffness K, slope at no slip over load
 */
public record TyreCurve(double shape, double peak, double curvature, double stiffness) {
  public TyreCurve {
    within("shape", shape, 1.0, 2.0);
    positive("peak", peak);
    within("curvature", curvature, -10.0, 0.99);
    positive("stiffness", stiffness);
  }

  /** Force over its peak at a normalized slip that is not negative. */
  double share(double slip) {
    double u = slip / shape;
    return StrictMath.sin(shape * StrictMath.atan(u - curvature * (u - StrictMath.atan(u))));
  }

  /** The normalized slip at which the force peaks; found by bisection. */
  double peakSlip() {
    double target = StrictMath.tan(Math.PI / (2.0 * shape));
    double low = 0.0;
    double high = 1.0e4;
    for (int i = 0; i < 100; i++) {
      double u = 0.5 * (low + high);
      if (u - curvature * (u - StrictMath.atan(u)) < target) {
        low = u;
      } else {
        high = u;
      }
    }
    return shape * 0.5 * (low + high);
  }
}
