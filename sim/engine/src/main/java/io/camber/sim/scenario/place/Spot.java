package io.camber.sim.scenario.place;

import io.camber.sim.scenario.road.RoadCursor;

/**
 * A resolved position.
 *
 * @param hasYaw true when the file gives the heading, false when it follows from the road
 * @param hasZ true when the file gives the elevation
 */
public record Spot(RoadCursor cursor, boolean hasYaw, boolean hasZ) {}
