package io.camber.sensing;

import io.camber.geometry.Vec3;

/** Specific force and angular rate in the body frame (x forward, y left, z up); at rest z reads +9.81 m/s2. */
public record ImuSample(long timeNs, Vec3 specificForceMps2, Vec3 angularRateRadps) {}
