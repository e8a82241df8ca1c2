package io.camber.sim.sensor.inertial;

import static io.camber.geometry.Numbers.notNegative;
import static io.camber.geometry.Numbers.positive;
import static io.camber.geometry.Numbers.within;

/**
 * Errors of the satellite receiver.
 *
 * @param whiteStdM position noise of each fix, one sigma per horizontal axis
 * @param driftStdM slowly varying position error, one sigma per horizontal axis
 * @param correlationS time constant of the slow error
 * @param verticalFactor vertical over horizontal error
 * @param velocityStdMps one sigma per axis
 * @param yawStd of the dual antenna, one sigma, rad
 * @param reflectionShare share of the detour of a mirrored signal that the receiver takes as range; 0 ignores buildings
 */
public record GnssConfig(
    double whiteStdM,
    double driftStdM,
    double correlationS,
    double verticalFactor,
    double velocityStdMps,
    double yawStd,
    double reflectionShare) {
  public GnssConfig {
    notNegative("whiteStdM", whiteStdM);
    notNegative("driftStdM", driftStdM);
    positive("correlationS", correlationS);
    notNegative("verticalFactor", verticalFactor);
    notNegative("velocityStdMps", velocityStdMps);
    notNegative("yawStd", yawStd);
    within("reflectionShare", reflectionShare, 0.0, 1.0);
  }

  /**
   * Dual-antenna receiver with carrier-phase corrections. Makers state 1 cm plus 1 ppm of the distance to the base
   * station, 0.03 m/s and 0.1 to 0.2 degrees; the slow part stands for base distance and far reflections. Its correlators
   * and carrier phase keep all but a fiftieth of a detour out.
   */
  public static GnssConfig corrected() {
    return new GnssConfig(0.015, 0.03, 60.0, 2.0, 0.03, 0.0025, 0.02);
  }

  /** Single frequency without corrections, as in phones and navigation: metres, and tens of them among buildings. */
  public static GnssConfig uncorrected() {
    return new GnssConfig(0.5, 1.5, 120.0, 2.0, 0.1, 0.03, 0.5);
  }

  /** Without any error. */
  public static GnssConfig ideal() {
    return new GnssConfig(0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0);
  }
}
