/**
 * Speed: feed-forward of the plan's acceleration through the actuator's lag, proportional-integral feedback, smooth stop and
 * hold. Main type {@link io.camber.control.longitudinal.LongitudinalController}.
 */
@NullMarked
package io.camber.control.longitudinal;

import org.jspecify.annotations.NullMarked;
