/**
 * What passengers feel: bounds on acceleration, jerk and yaw, over smoothed signals.
 */
@NullMarked
package io.camber.evaluation.comfort;

import org.jspecify.annotations.NullMarked;
