/** Positions of OpenSCENARIO, their orientations, and the trajectories and routes made of them. */
@NullMarked
package io.camber.sim.scenario.place;

import org.jspecify.annotations.NullMarked;
