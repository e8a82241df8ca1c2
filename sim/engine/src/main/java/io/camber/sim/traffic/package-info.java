/**
 * Reactive traffic: {@link io.camber.sim.traffic.Traffic} moves many vehicles along a {@link
 * io.camber.sim.traffic.network.LaneNetwork} by IDM and MOBIL, with rights of way, lights and gap acceptance. One struct of arrays
 * holds all vehicles; a step reads the old state in parallel, settles rights of way and lane changes in order, and writes the new
 * state in parallel, so that any number of threads gives the same bytes. Knows no scenario, no ego and no bus.
 */
@NullMarked
package io.camber.sim.traffic;

import org.jspecify.annotations.NullMarked;
