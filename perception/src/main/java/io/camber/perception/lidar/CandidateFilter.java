package io.camber.perception.lidar;

import io.camber.scene.ObjectClass;

/**
 * Which candidates leave the detector. Anything solid over the road always does, whatever it is; beside the road only what
 * looks like a road user, so that poles, rails, hedges and walls do not become obstacles. What looks like one, but not clearly
 * enough to be believed by itself, leaves it as weak: it may go on being what it was, and is nothing new.
 */
final class CandidateFilter {
  private static final double NEAR_M = 30.0;
  private static final double MIDDLE_M = 50.0;

  /** Lowest thing over the road that is reported, and how it rises with range as ground heights get less certain. */
  private static final double HEIGHT_M_MIN = 0.25;

  private static final double HEIGHT_PER_M = 0.003;

  /** A thing that only shows this share of its points over the road stands beside it. */
  private static final double ROAD_SHARE = 0.4;

  /** A box of 0.3 m at 12 m returns about twice these points. */
  private static final double LOW_M = 0.5;

  private static final double LOW_RANGE_M = 12.0;
  private static final double LOW_POINTS = 12.0;

  /** Pieces of rails and low walls pass for people or bonnets; children are taller. */
  private static final double RAIL_HEIGHT_M_MAX = 1.12;

  /** Vehicles longer than this beside the road are walls more often than not. */
  private static final double VERGE_LENGTH_M_MAX = 6.4;

  /** Confidence from which a weak claim beside the road is worth a word. */
  private static final double WEAK_CONFIDENCE = 0.4;

  /** Vertical spacing of the sensor's beams, rad: the top of whoever is far may lie this much above the highest return. */
  private static final double BEAM_SPACING = 0.008;

  private static final double CLAIM_CONFIDENCE = 0.6;
  private static final double TWO_WHEELER_CONFIDENCE = 0.5;
  private static final int VEHICLE_POINTS_MIN = 12;

  private CandidateFilter() {}

  /** What is to be made of a candidate. */
  enum Relevance {
    NONE,
    WEAK,
    FULL
  }

  static boolean hasEnoughPoints(int points, double rangeM) {
    return points >= (rangeM < NEAR_M ? 5 : rangeM < MIDDLE_M ? 4 : 3);
  }

  static Relevance relevance(Candidate candidate) {
    Cluster cluster = candidate.cluster();
    double rangeM = candidate.distanceM();
    if (cluster.heightMax < HEIGHT_M_MIN + HEIGHT_PER_M * rangeM) {
      return Relevance.NONE;
    }
    if (isOnRoad(candidate)) {
      boolean isSolid = candidate.objectClass() != ObjectClass.UNKNOWN || isDense(cluster, rangeM);
      return isSolid ? Relevance.FULL : Relevance.NONE;
    }
    if (isBelievable(candidate, 0.0, CLAIM_CONFIDENCE, TWO_WHEELER_CONFIDENCE)) {
      return Relevance.FULL;
    }
    double unseenM = BEAM_SPACING * rangeM;
    return isBelievable(candidate, unseenM, WEAK_CONFIDENCE, WEAK_CONFIDENCE)
        ? Relevance.WEAK
        : Relevance.NONE;
  }

  static boolean isOnRoad(Candidate candidate) {
    return candidate.cluster().roadShare >= ROAD_SHARE;
  }

  /** Whether something that nobody drives into is not believed as what it looks like: a tree and a car below it look like a truck. */
  static boolean isNobodyBesideRoad(Candidate candidate) {
    return !isOnRoad(candidate) && relevance(candidate) == Relevance.NONE;
  }

  /** Whether something beside the road begins at the ground and is too low for a road user, unless its top is hidden. */
  static boolean mayBeBelowTop(Candidate candidate) {
    Cluster cluster = candidate.cluster();
    return !isOnRoad(candidate)
        && cluster.heightMin < Undergrowth.FOOT_M
        && cluster.heightMax > LOW_M
        && cluster.heightMax < RAIL_HEIGHT_M_MAX;
  }

  /** Whether something beside the road is what it is taken for. */
  private static boolean isBelievable(
      Candidate candidate, double unseenM, double confidenceMin, double twoWheelerMin) {
    double confidence = candidate.guess().confidence();
    boolean isHigh = candidate.cluster().heightMax + unseenM >= RAIL_HEIGHT_M_MAX;
    return switch (candidate.objectClass()) {
      case UNKNOWN -> false;
      case PEDESTRIAN -> isHigh;
      case BICYCLE, MOTORCYCLE -> isHigh && confidence >= twoWheelerMin;
      case CAR, TRUCK, BUS ->
        isHigh
            && confidence >= confidenceMin
            && candidate.size().lengthM() <= VERGE_LENGTH_M_MAX
            && candidate.cluster().size() >= VEHICLE_POINTS_MIN;
    };
  }

  /** Low things that are near must show many points: the edge of a kerb shows a few in one sweep and none in the next. */
  private static boolean isDense(Cluster cluster, double rangeM) {
    double nearer = Math.min(1.0, LOW_RANGE_M / Math.max(1.0, rangeM));
    return cluster.heightMax > LOW_M || cluster.size() >= LOW_POINTS * nearer * nearer;
  }

  /** Long things without a class are cut up so that a curved rail does not claim the road inside its bend. */
  static boolean isToBeCut(Candidate candidate, double pieceM) {
    return candidate.objectClass() == ObjectClass.UNKNOWN
        && candidate.size().lengthM() > 1.5 * pieceM;
  }
}
