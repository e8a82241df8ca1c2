package io.camber.sim.dynamics.manoeuvre;

import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;

/**
 * The linear single-track model at constant speed (Riekert, Schunck 1940; Mitschke, Wallentowitz, Dynamik der Kraftfahrzeuge,
 * section 20), as a reference that shares nothing with the plant but its parameters. Advanced by the explicit midpoint rule in
 * steps of 0.1 ms. A two-axle vehicle without trailer.
 */
final class LinearCar {
  private static final double STEP_S = 1e-4;

  private final double mass;
  private final double inertia;
  private final double front;
  private final double rear;
  private final double frontN;
  private final double rearN;
  private final double speed;
  private double sideslip;
  private double yawRate;

  LinearCar(DoubleTrackConfig config, double speedMps) {
    mass = config.unit().massKg();
    inertia = config.unit().yawInertiaKgM2();
    front = config.unit().axles().get(0).aheadM();
    rear = -config.unit().axles().get(1).aheadM();
    frontN = config.frontCorneringN();
    rearN = config.rearCorneringN();
    speed = speedMps;
  }

  void advance(double seconds, double steeringAngle) {
    long steps = Math.round(seconds / STEP_S);
    for (long i = 0; i < steps; i++) {
      double halfSlip = sideslip + 0.5 * STEP_S * sideslipRate(sideslip, yawRate, steeringAngle);
      double halfYaw = yawRate + 0.5 * STEP_S * yawAcceleration(sideslip, yawRate, steeringAngle);
      sideslip += STEP_S * sideslipRate(halfSlip, halfYaw, steeringAngle);
      yawRate += STEP_S * yawAcceleration(halfSlip, halfYaw, steeringAngle);
    }
  }

  private double frontForce(double slip, double yaw, double steering) {
    return frontN * (steering - slip - front * yaw / speed);
  }

  private double rearForce(double slip, double yaw) {
    return rearN * (-slip + rear * yaw / speed);
  }

  private double sideslipRate(double slip, double yaw, double steering) {
    return (frontForce(slip, yaw, steering) + rearForce(slip, yaw)) / (mass * speed) - yaw;
  }

  private double yawAcceleration(double slip, double yaw, double steering) {
    return (front * frontForce(slip, yaw, steering) - rear * rearForce(slip, yaw)) / inertia;
  }

  double yawRate() {
    return yawRate;
  }
}
