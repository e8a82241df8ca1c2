package io.camber.truth;

/**
 * Speeds at which the four wheels of the ego roll, metres of tread a second: angular speed times rolling radius. Differ from the
 * speed over ground by the longitudinal slip.
 */
public record WheelTruth(
    double frontLeftMps, double frontRightMps, double rearLeftMps, double rearRightMps) {}
