/**
 * A camera drawn in software with a depth buffer, sun, shadows, lens and sensor noise. Main type:
 * {@link io.camber.sim.sensor.camera.PinholeCamera}. What the scene is made of stays out.
 */
@NullMarked
package io.camber.sim.sensor.camera;

import org.jspecify.annotations.NullMarked;
