package io.camber.control.longitudinal;

/**
 * The acceleration that the controller asks for, and why.
 *
 * @param accelMps2 braking negative
 * @param positionErrorM actual minus planned progress along the path
 * @param speedErrorMps actual minus planned
 * @param holding true while the car is kept at standstill
 */
public record AccelDemand(
    double accelMps2, double positionErrorM, double speedErrorMps, boolean holding) {}
