package io.camber.sim.dynamics;

import io.camber.geometry.Pose2;

/**
 * Motion of the simulated car at its reference point, the middle of the rear axle (ISO 8855 signs).
 *
 * @param speedMps forward
 * @param leftMps leftward speed of the rear axle: its side slip
 * @param accelMps2 longitudinal acceleration as an accelerometer at the reference point would feel it on a level road
 * @param lateralAccelMps2 lateral acceleration likewise, left positive
 * @param steeringAngle road-wheel angle, rad, left positive
 * @param bodyRoll lean of the body on its springs, rad, positive to the right
 * @param bodyPitch dive of the body on its springs, rad, positive nose down
 * @param isBraking true when the brakes bite
 */
public record PlantState(
    Pose2 mapFromBase,
    double speedMps,
    double leftMps,
    double yawRateRadps,
    double accelMps2,
    double lateralAccelMps2,
    double steeringAngle,
    double bodyRoll,
    double bodyPitch,
    boolean isBraking) {}
