package io.camber.sensing;

/** One radar return in the sensor frame: range, azimuth (left positive), range rate (opening positive), cross section. */
public record RadarReturn(
    double rangeM, double azimuth, double rangeRateMps, double crossSectionDbsm) {}
