/**
 * Places on the road network that move: {@link io.camber.sim.scenario.road.RoadCursor} walks along lanes and through junctions,
 * {@link io.camber.sim.scenario.road.RoadDistance} measures along roads. Knows no entities and no actions.
 */
@NullMarked
package io.camber.sim.scenario.road;

import org.jspecify.annotations.NullMarked;
