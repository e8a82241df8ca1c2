/**
 * A radar that reports range, azimuth, range rate and cross section of what reflects, with clutter and ghosts. Main type:
 * {@link io.camber.sim.sensor.radar.RadarSensor}. Works on the truth of the actors; the meshes of the scene stay out.
 */
@NullMarked
package io.camber.sim.sensor.radar;

import org.jspecify.annotations.NullMarked;
