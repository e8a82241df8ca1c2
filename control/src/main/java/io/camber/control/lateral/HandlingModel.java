package io.camber.control.lateral;

/**
 * Quasi-static single-track model: how steering turns the car at a speed. {@code understeerS2pM} K adds K v^2 to the
 * wheelbase (Rajamani, Vehicle Dynamics and Control, eq. 3.7); the rear axle slips outward by {@code slipS2pM} per lateral
 * acceleration.
 */
record HandlingModel(double wheelbaseM, double understeerS2pM, double slipS2pM) {

  double yawRateRadps(double speedMps, double steeringAngle) {
    return speedMps
        * StrictMath.tan(steeringAngle)
        / (wheelbaseM + understeerS2pM * speedMps * speedMps);
  }

  double steeringAngle(double speedMps, double curvaturePerM) {
    return StrictMath.atan(curvaturePerM * (wheelbaseM + understeerS2pM * speedMps * speedMps));
  }

  /**
   * Time constant with which the yaw rate follows the wheels. For a yaw inertia of mass x front arm x rear arm it is v / (g c)
   * with the axles' cornering stiffness over load c, and the slip per lateral acceleration is 1 / (g c) too.
   */
  double yawLagS(double speedMps) {
    return slipS2pM * speedMps;
  }

  /** Course minus yaw of the rear axle: negative in a left turn. */
  double sideslip(double speedMps, double yawRateRadps) {
    return -slipS2pM * speedMps * yawRateRadps;
  }
}
