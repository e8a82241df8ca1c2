/**
 * Sensors of the car's own motion: inertial unit, satellite receiver, wheel speeds, steering. Each turns truth into a
 * sample with the usual errors, from its own seeded stream. Surroundings and rendering stay out.
 */
@NullMarked
package io.camber.sim.sensor.inertial;

import org.jspecify.annotations.NullMarked;
