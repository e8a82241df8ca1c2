package io.camber.map.road;

/** Offset of a lane above the road plane at its inner and outer border, from road station {@code s} on (curbs, walks). */
public record LaneHeight(double s, double innerM, double outerM) {}
