package io.camber.map.road;

/** The stretch of the main road that a virtual junction covers. */
public record VirtualSpan(String mainRoadId, double sStart, double sEnd, Orientation orientation) {}
