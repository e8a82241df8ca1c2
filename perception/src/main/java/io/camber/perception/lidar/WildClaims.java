package io.camber.perception.lidar;

/**
 * Whether something in country without a map may be called a road user. There everything is around, gardens, woods and
 * facades too, and pieces of them pass for cars and people: who claims to be one must show enough of itself, stand clear of
 * what is around it, and have no more height than it can need. What fails stays an obstacle without a class where it is on the
 * own way, and is nothing elsewhere.
 */
final class WildClaims {
  /** Children on scooters are taller; stumps, shrubs and posts are not. */
  private static final double PERSON_HEIGHT_M_MIN = 1.12;

  private static final double PERSON_HEIGHT_M_MAX = 2.1;
  private static final int PERSON_POINTS_MIN = 10;
  private static final int VEHICLE_POINTS_MIN = 30;

  /** Cars and vans; taller things of which only a part is seen are hedges and walls more often than trucks. */
  private static final double PARTIAL_HEIGHT_M_MAX = 2.2;

  /** Sheet metal is smooth; gardens and heaps are not. */
  private static final double ROUGHNESS_M_MAX = 0.045;

  /** A face that returns this share of what it could is closed: a body, or a wall. */
  private static final double SOLID = 0.5;

  /** Foreign obstacle points around a vehicle's body from which it is a piece of something larger. */
  private static final int CROWD_POINTS = 8;

  /** How far around: what a person keeps clear of a parked car's side, and what beams leave unseen. */
  private static final double CLEAR_M = 0.6;

  private static final double CLEAR_PER_M = 0.01;

  /** Lower returns are grass and kerbs. */
  private static final double CROWD_HEIGHT_M = 0.3;

  /** Rounding of the box's own outermost points. */
  private static final double EDGE_M = 0.01;

  private WildClaims() {}

  static boolean isCredible(Candidate candidate, PointCloud cloud, SweepField field) {
    Cluster cluster = candidate.cluster();
    return switch (candidate.objectClass()) {
      case UNKNOWN -> true;
      case PEDESTRIAN ->
        candidate.guess().confidence() >= 0.5
            && cluster.heightMax >= PERSON_HEIGHT_M_MIN
            && cluster.heightMax <= PERSON_HEIGHT_M_MAX
            && cluster.size() >= PERSON_POINTS_MIN;
      case BICYCLE, MOTORCYCLE ->
        cluster.heightMax >= PERSON_HEIGHT_M_MIN && cluster.size() >= PERSON_POINTS_MIN;
      case CAR -> isClearBody(candidate, cloud) && !isTallPiece(candidate);
      case TRUCK, BUS ->
        isClearBody(candidate, cloud)
            && (!isTallPiece(candidate) || solidity(candidate, field) >= SOLID);
    };
  }

  private static boolean isClearBody(Candidate candidate, PointCloud cloud) {
    return candidate.cluster().size() >= VEHICLE_POINTS_MIN
        && candidate.roughnessM() <= ROUGHNESS_M_MAX
        && crowd(candidate, cloud) <= CROWD_POINTS;
  }

  private static boolean isTallPiece(Candidate candidate) {
    return candidate.isHidden() && candidate.cluster().heightMax > PARTIAL_HEIGHT_M_MAX;
  }

  /** Returns from the face that is seen, as a share of what a closed one of that size at that distance returns. */
  private static double solidity(Candidate candidate, SweepField field) {
    Cluster cluster = candidate.cluster();
    double squared = cluster.centroidX * cluster.centroidX + cluster.centroidY * cluster.centroidY;
    double range = Math.sqrt(squared);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cluster.size(); i++) {
      double across = (cluster.centroidX * cluster.y[i] - cluster.centroidY * cluster.x[i]) / range;
      least = Math.min(least, across);
      most = Math.max(most, across);
    }
    double areaM2 = (most - least) * (cluster.heightMax - cluster.heightMin);
    return cluster.size() * squared / Math.max(1.0, areaM2 * field.pointsPerSr());
  }

  /** Obstacle points right beside the whole body, which are not part of it. */
  private static int crowd(Candidate candidate, PointCloud cloud) {
    Rectangle seen = Rectangle.around(candidate.cluster(), candidate.center().yaw());
    Rectangle whole = seen.with(Rectangle.of(candidate.footprint()));
    double margin = CLEAR_M + CLEAR_PER_M * candidate.distanceM();
    int near = 0;
    for (int i = 0; i < cloud.size; i++) {
      double u = seen.u(cloud.x[i], cloud.y[i]);
      double v = seen.v(cloud.x[i], cloud.y[i]);
      near += cloud.height[i] > CROWD_HEIGHT_M
              && seen.contains(u, v, margin)
              && !whole.contains(u, v, EDGE_M)
          ? 1
          : 0;
    }
    return near;
  }
}
