package io.camber.sim.fault.stream;

import io.camber.sensing.WheelSpeeds;
import io.camber.truth.FaultTruth;

/** Wheel speeds with a wrong scale, or with one rear wheel that says nothing. */
final class WheelFault implements Distortion<WheelSpeeds> {
  private final FaultTruth fault;

  WheelFault(FaultTruth fault) {
    this.fault = fault;
  }

  @Override
  public WheelSpeeds apply(WheelSpeeds speeds, long nowNs) {
    if (fault.kind().equals("silent_wheel")) {
      return new WheelSpeeds(
          speeds.timeNs(),
          speeds.frontLeftMps(),
          speeds.frontRightMps(),
          0.0,
          speeds.rearRightMps());
    }
    double factor = 1.0 + fault.severity();
    return new WheelSpeeds(
        speeds.timeNs(),
        speeds.frontLeftMps() * factor,
        speeds.frontRightMps() * factor,
        speeds.rearLeftMps() * factor,
        speeds.rearRightMps() * factor);
  }
}
