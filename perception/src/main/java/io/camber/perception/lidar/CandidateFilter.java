package io.camber.perception.lidar;

import io.camber.scene.ObjectClass;

/**
 * Which candidates leave the detector. Anything solid over the road always does, whatever it is; beside the road only what
 * looks like a road user, so that poles, rails, hedges and walls do not become obstacles.
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

  private CandidateFilter() {}

  static boolean hasEnoughPoints(int points, double rangeM) {
    return points >= (rangeM < NEAR_M ? 5 : rangeM < MIDDLE_M ? 4 : 3);
  }

  static boolean isRelevant(Candidate candidate, double rangeM) {
    Cluster cluster = candidate.cluster();
    if (cluster.heightMax < HEIGHT_M_MIN + HEIGHT_PER_M * rangeM) {
      return false;
    }
    if (cluster.roadShare >= ROAD_SHARE) {
      return candidate.objectClass() != ObjectClass.UNKNOWN || isDense(cluster, rangeM);
    }
    double confidence = candidate.guess().confidence();
    return switch (candidate.objectClass()) {
      case UNKNOWN -> false;
      case PEDESTRIAN -> cluster.heightMax >= RAIL_HEIGHT_M_MAX;
      case BICYCLE, MOTORCYCLE -> cluster.heightMax >= RAIL_HEIGHT_M_MAX && confidence >= 0.5;
      case CAR, TRUCK, BUS ->
        cluster.heightMax >= RAIL_HEIGHT_M_MAX
            && confidence >= 0.6
            && candidate.size().lengthM() <= VERGE_LENGTH_M_MAX
            && cluster.size() >= 12;
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
