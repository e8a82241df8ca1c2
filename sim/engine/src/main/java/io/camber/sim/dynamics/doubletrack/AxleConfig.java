package io.camber.sim.dynamics.doubletrack;

import static io.camber.geometry.Numbers.finite;
import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * An axle with two wheels.
 *
 * @param aheadM of the centre of gravity of its unit; negative behind
 * @param rollShare of the unit's roll stiffness
 * @param brakeShare of the whole vehicle's brake force
 * @param driveShare of the whole vehicle's drive force
 * @param compliance of steering and suspension: cornering stiffness of the axle over that of its tyres, both at rest
 */
public record AxleConfig(
    double aheadM,
    double trackM,
    double rollShare,
    double brakeShare,
    double driveShare,
    double compliance) {
  public AxleConfig {
    finite("aheadM", aheadM);
    positive("trackM", trackM);
    within("rollShare", rollShare, 0.0, 1.0);
    within("brakeShare", brakeShare, 0.0, 1.0);
    within("driveShare", driveShare, 0.0, 1.0);
    within("compliance", compliance, 0.1, 1.0);
  }
}
