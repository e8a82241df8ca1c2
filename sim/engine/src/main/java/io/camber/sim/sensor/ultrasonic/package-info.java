/**
 * Ultrasonic sensors, which hear the first echo in a cone. Main type: {@link
 * io.camber.sim.sensor.ultrasonic.UltrasonicSensor}. Works on the truth of the actors; the meshes of the scene stay out.
 */
@NullMarked
package io.camber.sim.sensor.ultrasonic;

import org.jspecify.annotations.NullMarked;
