/** Calibration of a logged drive for the command line: {@link io.camber.app.calibration.DriveCalibration}. */
@NullMarked
package io.camber.app.calibration;

import org.jspecify.annotations.NullMarked;
