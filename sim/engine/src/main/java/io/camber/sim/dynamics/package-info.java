/**
 * The simulated car: a dynamic single-track model with saturating tyres and delayed actuators. {@link
 * io.camber.sim.dynamics.SingleTrackPlant} is the way in. Deliberately richer than, and written independently of, any
 * model a controller may carry. Maps, scenarios and sensors stay out.
 */
@NullMarked
package io.camber.sim.dynamics;

import org.jspecify.annotations.NullMarked;
