/**
 * Errors of whole trajectories: absolute after the best rigid alignment, and drift over segments as the KITTI benchmark counts
 * it. Main types: {@link io.camber.evaluation.odometry.AbsoluteError}, {@link io.camber.evaluation.odometry.SegmentDrift}.
 */
@NullMarked
package io.camber.evaluation.odometry;

import org.jspecify.annotations.NullMarked;
