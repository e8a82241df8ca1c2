package io.camber.control;

import io.camber.control.lateral.SteeringDemand;
import io.camber.control.longitudinal.AccelDemand;
import io.camber.vehicle.ControlCommand;

/** One step of the controller: the command, and the reasoning behind it. */
public record TrackingStep(ControlCommand command, SteeringDemand steering, AccelDemand accel) {}
