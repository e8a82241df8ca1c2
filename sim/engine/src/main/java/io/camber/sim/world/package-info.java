/**
 * The world at a fixed step: the scenario's actors and signals, the simulated ego car, the road under it, and the truth
 * that comes out. Main type: {@link io.camber.sim.world.World}. Sensors and the bus stay out.
 */
@NullMarked
package io.camber.sim.world;

import org.jspecify.annotations.NullMarked;
