/**
 * How a car and its lidar moved, and how they stood on the road, from raw samples: {@link
 * io.camber.localization.odometry.MotionRecord} integrates wheels and gyro, {@link io.camber.localization.odometry.LidarOdometry}
 * matches sweeps with earlier ones, {@link io.camber.localization.odometry.GroundPlane} is the road around the car. What the
 * differences between them mean stays out.
 */
@NullMarked
package io.camber.localization.odometry;

import org.jspecify.annotations.NullMarked;
