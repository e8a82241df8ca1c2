package io.camber.evaluation.detection;

/**
 * One detection and whether it met an object. The errors are NaN when it did not.
 *
 * @param positionM between the centres
 * @param overlap intersection over union of the sizes alone, centres and headings aligned
 * @param yaw between the headings
 * @param velocityMps length of the difference of velocities; NaN without one
 * @param attribute 0 when it moves as the object does, 1 when not; NaN without velocities
 */
record Hit(
    double score,
    boolean met,
    double positionM,
    double overlap,
    double yaw,
    double velocityMps,
    double attribute) {
  static Hit missed(double score) {
    return new Hit(score, false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }
}
