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

  /** Course minus yaw of the rear axle: negative in a left turn. */
  double sideslip(double speedMps, double yawRateRadps) {
    return -slipS2pM * speedMps * yawRateRadps;
  }
}
