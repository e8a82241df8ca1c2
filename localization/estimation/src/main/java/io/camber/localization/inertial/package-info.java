/**
 * Error-state Kalman filter over inertial, satellite and wheel samples, with replay of late measurements. Main type {@link
 * io.camber.localization.inertial.InertialEstimator}. Rotations follow Solà, "Quaternion kinematics for the error-state
 * Kalman filter", 2017, with the attitude error in the map frame (its section 7).
 */
@NullMarked
package io.camber.localization.inertial;

import org.jspecify.annotations.NullMarked;
