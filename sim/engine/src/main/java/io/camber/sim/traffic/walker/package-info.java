/**
 * People on foot: {@link io.camber.sim.traffic.walker.Walkers} lets them cross at the crosswalks of a map and closes the lanes before
 * them. Where else people walk stays out.
 */
@NullMarked
package io.camber.sim.traffic.walker;

import org.jspecify.annotations.NullMarked;
