package io.camber.sensing;

/** Circumferential speeds of the four wheels, m/s, forward positive. */
public record WheelSpeeds(
    long timeNs,
    double frontLeftMps,
    double frontRightMps,
    double rearLeftMps,
    double rearRightMps) {
  /** Mean of the undriven, unsteered rear wheels: speed of {@code base_link}. */
  public double rearMps() {
    return 0.5 * (rearLeftMps + rearRightMps);
  }
}
