package io.camber.sim.dynamics;

/**
 * Lateral force of an axle by the brush model with parabolic pressure (Pacejka, Tire and Vehicle Dynamics, 3rd ed.,
 * section 3.2.1; also known as the Fiala model), shrunk by the friction circle where the axle also drives or brakes.
 */
final class BrushTyre {
  private BrushTyre() {}

  /**
   * Lateral force in N, left positive.
   *
   * @param slip tangent of the slip angle, positive when the wheel moves to its left
   * @param stiffnessN cornering stiffness, N/rad
   * @param forceNMax friction times load
   * @param longitudinalN force along the wheel, at most {@code forceNMax}
   */
  static double lateralN(double slip, double stiffnessN, double forceNMax, double longitudinalN) {
    double left = forceNMax * forceNMax - longitudinalN * longitudinalN;
    if (left <= 0.0) {
      return 0.0;
    }
    double limit = Math.sqrt(left);
    // u = C tan(alpha) / (3 F_max); sliding begins at u = 1.
    double u = stiffnessN * Math.abs(slip) / (3.0 * limit);
    if (u >= 1.0) {
      return slip > 0.0 ? -limit : limit;
    }
    // F = 3 F_max u (1 - u + u^2 / 3)
    double force = 3.0 * limit * u * (1.0 - u + u * u / 3.0);
    return slip > 0.0 ? -force : force;
  }
}
