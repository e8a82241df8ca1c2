/**
 * Where the ego is and how it moves. Read {@link io.camber.localization.PoseEstimator} first; the filter itself lives in
 * {@code inertial}.
 */
@NullMarked
package io.camber.localization;

import org.jspecify.annotations.NullMarked;
