package io.camber.map.routing;

import io.camber.map.road.Signal;
import io.camber.map.road.StopKind;

/** A signal on a path with the station of its stop line along the path. */
public record PathStop(Signal signal, StopKind kind, double s) {}
