package io.camber.map;

import io.camber.map.road.Signal;
import io.camber.map.road.StopKind;

/**
 * A signal valid for a lane, and where a car on that lane has to stop for it.
 *
 * @param stopS station of the stop line on lane {@code laneId}, driving direction, within [0, length]
 */
public record SignalOnLane(Signal signal, StopKind kind, String laneId, double stopS) {}
