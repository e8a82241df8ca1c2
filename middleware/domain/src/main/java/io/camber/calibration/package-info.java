/**
 * What is known about how sensors sit, tick and scale: estimates with their uncertainty, or why there is none. Main type:
 * {@link io.camber.calibration.CalibrationResult}. How they are found is not in here.
 */
@NullMarked
package io.camber.calibration;

import org.jspecify.annotations.NullMarked;
