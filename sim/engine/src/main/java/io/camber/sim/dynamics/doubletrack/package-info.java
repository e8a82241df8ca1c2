/**
 * A car of four wheels, and a truck with its semitrailer: every wheel turns, carries its share of the weight and slips on a tyre
 * of its own. {@link io.camber.sim.dynamics.doubletrack.DoubleTrackPlant} is the way in, {@link
 * io.camber.sim.dynamics.doubletrack.DoubleTrackConfig} says which car it is.
 */
@NullMarked
package io.camber.sim.dynamics.doubletrack;

import org.jspecify.annotations.NullMarked;
