package io.camber.prediction.lanefollow;

import io.camber.geometry.Angles;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.scene.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * A lane that a track may be driving on.
 *
 * @param yawError of the track's course against the lane
 * @param lateralMps speed across the lane, left positive
 */
record LaneMatch(LanePosition position, double yawError, double lateralMps) {
  /** Courses further off than this do not follow the lane. */
  private static final double YAW_MAX = 0.75;

  /** Slower than this, the course is noise and the body's heading counts. */
  private static final double COURSE_MPS = 1.0;

  private static final double OUTSIDE_M = 0.6;

  /** In a junction several lanes may hold one track. */
  private static final int COUNT_MAX = 3;

  /** The lanes under the track whose direction agrees, best first. */
  static List<LaneMatch> of(Track track, RoadMap map) {
    List<LaneMatch> matches = new ArrayList<>();
    double course = track.speedMps() > COURSE_MPS
        ? StrictMath.atan2(track.velocityMps().y(), track.velocityMps().x())
        : track.center().yaw();
    for (LanePosition position :
        map.projectAll(track.center().x(), track.center().y(), OUTSIDE_M)) {
      if (!position.lane().isDrivable()) {
        continue;
      }
      double laneYaw = position.lane().centerAt(position.s()).yaw();
      double error = Angles.difference(course, laneYaw);
      if (Math.abs(error) > YAW_MAX) {
        continue;
      }
      double lateral = -StrictMath.sin(laneYaw) * track.velocityMps().x()
          + StrictMath.cos(laneYaw) * track.velocityMps().y();
      matches.add(new LaneMatch(position, error, lateral));
    }
    matches.sort((a, b) -> Double.compare(a.cost(), b.cost()));
    List<LaneMatch> kept = new ArrayList<>();
    for (LaneMatch match : matches) {
      boolean sameJunction = kept.isEmpty()
          || (match.lane().inJunction() && match.cost() < kept.get(0).cost() + 0.8);
      if (sameJunction && kept.size() < COUNT_MAX) {
        kept.add(match);
      }
    }
    return kept;
  }

  LaneSegment lane() {
    return position.lane();
  }

  /** Offset in half lane widths plus heading error in tenths of a radian. */
  private double cost() {
    double half = Math.max(1.0, lane().widthAt(position.s()) / 2.0);
    return Math.abs(position.d()) / half + 3.0 * Math.abs(yawError);
  }
}
