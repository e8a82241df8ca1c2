/**
 * What a wrong calibration costs: the same drives with a sensor that sits otherwise than it says, by several sizes, and what that
 * does to the scores: {@link io.camber.app.miscalibration.MiscalibrationStudy}.
 */
@NullMarked
package io.camber.app.miscalibration;

import org.jspecify.annotations.NullMarked;
