package io.camber.prediction.lanefollow;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.scene.Track;
import java.util.Optional;

/**
 * How likely a track is leaving its lane to one side, and where it would settle. The question asked is where the body's edge
 * will be {@link #LOOK_S} from now at the present lateral speed: beyond the lane's edge means leaving.
 *
 * @param side +1 left, -1 right
 * @param targetD offset on the present lane at which it settles; beyond a lane edge without neighbour, empty
 */
record LaneChange(int side, double probability, Optional<Double> targetD, double settleS) {
  private static final double LOOK_S = 2.5;

  /** Slower sideways drift than this is lane keeping. */
  private static final double LATERAL_MPS_MIN = 0.2;

  /** Overlap of the look-ahead edge over the line at which leaving is as good as sure. */
  private static final double SURE_M = 0.6;

  private static final double PROBABILITY_MAX = 0.9;

  /** Who changes lanes has left the middle of the lane by this much when it matters. */
  private static final double DISPLACED_M = 0.25;

  /** What sideways speed alone is worth: from the middle of the lane it may be the noise of its measurement. */
  private static final double FROM_MIDDLE = 0.3;

  private static double displaced(int side, LaneMatch match) {
    double share = Math.max(0.0, Math.min(1.0, side * match.position().d() / DISPLACED_M));
    return FROM_MIDDLE + (1.0 - FROM_MIDDLE) * share;
  }

  /** The change to a side; empty when nothing points to it. */
  static Optional<LaneChange> to(int side, Track track, LaneMatch match, RoadMap map) {
    double toward = side * match.lateralMps();
    double noise = 1.5 * track.velocityStdMps();
    if (toward < Math.max(LATERAL_MPS_MIN, Math.min(noise, 0.5))) {
      return Optional.empty();
    }
    double edge = match.lane().widthAt(match.position().s()) / 2.0;
    double half = track.size().widthM() / 2.0;
    double bodyEdge = side * match.position().d() + half;
    double beyond = bodyEdge + toward * LOOK_S - edge;
    if (beyond < 0.0) {
      return Optional.empty();
    }
    double probability =
        Math.min(PROBABILITY_MAX, 0.2 + 0.7 * beyond / SURE_M) * displaced(side, match);
    if (bodyEdge > edge) {
      probability = Math.max(probability, 0.8);
    }
    Optional<LaneSegment> neighbour = (side > 0
            ? match.lane().leftNeighbour()
            : match.lane().rightNeighbour())
        .flatMap(map::findLane);
    double x = track.center().x();
    double y = track.center().y();
    Optional<Double> target =
        neighbour.map(lane -> match.position().d() - lane.locate(x, y).d());
    double remaining = target.map(d -> Math.abs(d - match.position().d())).orElse(edge);
    double settle = Math.max(1.2, Math.min(6.0, 1.6 * remaining / toward));
    return Optional.of(new LaneChange(side, probability, target, settle));
  }
}
