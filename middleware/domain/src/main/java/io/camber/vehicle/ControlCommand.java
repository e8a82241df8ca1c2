package io.camber.vehicle;

/**
 * What the actuators are asked to do. Values may be non-finite here on purpose: the guardian, not a constructor, decides
 * what happens to a broken command.
 *
 * @param timeNs when the command was computed
 * @param steeringAngle road-wheel angle, rad, left positive
 * @param accelMps2 demanded longitudinal acceleration, braking negative
 */
public record ControlCommand(long timeNs, double steeringAngle, double accelMps2, DriveMode mode) {
  public boolean isFinite() {
    return Double.isFinite(steeringAngle) && Double.isFinite(accelMps2);
  }
}
