/**
 * Steering: linear-quadratic feedback with the steering lag as a state, on the pose predicted over the dead time. Main type
 * {@link io.camber.control.lateral.LateralController}.
 */
@NullMarked
package io.camber.control.lateral;

import org.jspecify.annotations.NullMarked;
