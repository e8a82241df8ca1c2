/**
 * Finds from an ordinary drive how its sensors sit, tick and scale: {@link io.camber.localization.calibration.Calibrator} hears
 * what sensors publish, never the truth, and gives estimates with their uncertainty or the reason why there is none. The ground
 * tells roll, pitch and height of the lidar; its motion, from sweep to sweep, held against wheels and gyro tells the rest.
 */
@NullMarked
package io.camber.localization.calibration;

import org.jspecify.annotations.NullMarked;
