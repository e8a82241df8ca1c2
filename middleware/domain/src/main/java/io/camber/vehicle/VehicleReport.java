package io.camber.vehicle;

/**
 * What the car itself measures.
 *
 * @param speedMps from the wheels, signed by gear
 * @param steeringAngle measured road-wheel angle, rad, left positive
 * @param accelMps2 longitudinal, as the car's own inertial unit filters it
 * @param engaged true when the actuators obey the stack; false while a driver still holds the wheel
 */
public record VehicleReport(
    long timeNs, double speedMps, double steeringAngle, double accelMps2, boolean engaged) {}
