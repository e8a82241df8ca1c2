/**
 * What a calibration is worth: {@link io.camber.evaluation.calibration.CalibrationMeasure} holds estimates against what the truth of
 * the drive says about its sensors.
 */
@NullMarked
package io.camber.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
