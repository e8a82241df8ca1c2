package io.camber.evaluation.detection;

/**
 * One detection and whether it met an object. The errors are NaN when it did not.
 *
 * @param hidden true when it met nobody but one whom nobody could have seen
 * @param positionM between the centres
 * @param overlap intersection over union of the sizes alone, centres and headings aligned
 * @param yaw between the headings
 * @param velocityMps length of the difference of velocities; NaN without one
 * @param attribute 0 when it moves as the object does, 1 when not; NaN without velocities
 */
record Hit(
    double score,
    boolean met,
    boolean hidden,
    double positionM,
    double overlap,
    double yaw,
    double velocityMps,
    double attribute) {
  static Hit missed(double score) {
    return nothing(score, false);
  }

  static Hit ofHidden(double score) {
    return nothing(score, true);
  }

  private static Hit nothing(double score, boolean hidden) {
    double none = Double.NaN;
    return new Hit(score, false, hidden, none, none, none, none, none);
  }
}
