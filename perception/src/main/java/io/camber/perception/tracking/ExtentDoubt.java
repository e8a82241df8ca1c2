package io.camber.perception.tracking;

import io.camber.scene.ObjectClass;

/**
 * How wrong the middle of a box may be because the body's hidden end is not where the box has it. All sightings from one side
 * share that error, so that no number of them makes it smaller, and the filter, which takes their errors as independent, does
 * not know of it. Lengths that do not show are those usual of the class, whose spread over a fleet is the doubt.
 */
final class ExtentDoubt {
  /** What pose, mounting and the fit's own bias are wrong by in all sightings alike, each axis. */
  private static final double COMMON_M = 0.05;

  /** Deviation of a length of which a flank at a usable angle shows all but what neighbours hide. */
  private static final double SHOWN_M = 0.35;

  private static final double WIDTH_M = 0.15;

  /** Share of a sighting in the running mean: sizes remember fifteen. */
  private static final double NEW = 0.1;

  private double litShare;

  void see(boolean isFlankLit) {
    litShare += NEW * ((isFlankLit ? 1.0 : 0.0) - litShare);
  }

  /** Mean over both axes of the middle's variance, m2, beyond what the filter knows. */
  double centerVariance(ObjectClass objectClass, double lengthM) {
    double hidden = hiddenStdM(objectClass, lengthM);
    double shown = Math.min(SHOWN_M, hidden);
    double length = litShare * shown * shown + (1.0 - litShare) * hidden * hidden;
    double width = WIDTH_M * WIDTH_M;
    // a middle is wrong by half of what the hidden end is wrong by
    return COMMON_M * COMMON_M + 0.5 * (0.25 * length + 0.25 * width);
  }

  /** Deviation of the lengths of a class over what drives on roads. */
  private static double hiddenStdM(ObjectClass objectClass, double lengthM) {
    return switch (objectClass) {
      case CAR -> 0.5;
      case TRUCK -> 2.5;
      case BUS -> 2.0;
      case MOTORCYCLE, BICYCLE -> 0.25;
      case PEDESTRIAN -> 0.15;
      case UNKNOWN -> 0.25 * lengthM;
    };
  }
}
