/**
 * A spinning lidar cast against the scene, column by column while ego and actors move. Main type:
 * {@link io.camber.sim.sensor.lidar.SpinningLidar}. What the scene is made of stays out.
 */
@NullMarked
package io.camber.sim.sensor.lidar;

import org.jspecify.annotations.NullMarked;
