package io.camber.control.lateral;

/**
 * The steering that the controller asks for, and why.
 *
 * @param steeringAngle rad, left positive
 * @param lateralErrorM predicted distance from the path when the command begins to act, left positive
 * @param courseError predicted course minus the path's yaw
 * @param feedForwardAngle the share that the path alone asks for
 * @param limited true when a limit cut the demand
 */
public record SteeringDemand(
    double steeringAngle,
    double lateralErrorM,
    double courseError,
    double feedForwardAngle,
    boolean limited) {}
