/**
 * What the sun sees, as a map of heights along its rays: {@link io.camber.sim.sensor.camera.shadow.ShadowMap} keeps what stands still, lays what moves over it, and
 * tells how much of the sun reaches a place. Colours and the camera's own view stay out.
 */
@NullMarked
package io.camber.sim.sensor.camera.shadow;

import org.jspecify.annotations.NullMarked;
