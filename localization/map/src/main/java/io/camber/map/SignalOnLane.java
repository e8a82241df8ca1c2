package io.camber.map;

import io.camber.map.road.Signal;
import io.camber.map.road.StopKind;
import java.util.Optional;

/**
 * A signal valid for a lane, and where a car on that lane has to stop for it.
 *
 * @param stopS station of the stop line on lane {@code laneId}, driving direction, within [0, length]
 * @param viaLaneId on a lane that leads into a junction: the connecting lane the signal is for, where others may have a
 *     different signal or none; empty when the signal counts for every car on the lane
 */
public record SignalOnLane(
    Signal signal, StopKind kind, String laneId, double stopS, Optional<String> viaLaneId) {}
