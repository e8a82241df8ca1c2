package io.camber.evaluation.manoeuvre;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from where somebody was, is half way and ends what it has done: turned by more than 30 degrees in a junction, or come into
 * the lane beside. Nothing is told of who ends elsewhere, such as in the oncoming lane.
 */
final class ManoeuvreTeller {
  /** A heading by less way than this is noise. */
  private static final double STEP_M_MIN = 0.25;

  private static final double TURN = Math.toRadians(30.0);
  private static final double ALONG = Math.toRadians(45.0);

  private final RoadMap map;
  private final LaneRows rows;

  ManoeuvreTeller(RoadMap map) {
    this.map = map;
    this.rows = new LaneRows(map);
  }

  /** The drivable lane that a vehicle follows; null for none. */
  @Nullable
  LaneSegment lane(Pose2 pose) {
    LaneSegment best = null;
    double least = ALONG;
    for (LanePosition position : map.projectAll(pose.x(), pose.y(), 0.0)) {
      double off =
          Math.abs(Angles.difference(position.lane().centerAt(position.s()).yaw(), pose.yaw()));
      if (position.lane().isDrivable() && off < least) {
        least = off;
        best = position.lane();
      }
    }
    return best;
  }

  /**
   * What was done since the start; null when that cannot be told.
   *
   * @param lane at the start
   * @param before half a second before the end
   */
  @Nullable
  Manoeuvre between(Pose2 start, LaneSegment lane, Vec2 middle, Vec2 before, Vec2 end) {
    double turned = turned(start, before, end);
    if (Math.abs(turned) > TURN
        && (lane.inJunction() || isInJunction(middle) || isInJunction(end))) {
      return turned > 0.0 ? Manoeuvre.TURN_LEFT : Manoeuvre.TURN_RIGHT;
    }
    LaneRows.Row row = rows.of(lane);
    List<LanePosition> at = map.projectAll(end.x(), end.y(), 0.0);
    if (isIn(row.own(), at)) {
      return Manoeuvre.KEEP;
    }
    return isIn(row.left(), at)
        ? Manoeuvre.CHANGE_LEFT
        : isIn(row.right(), at) ? Manoeuvre.CHANGE_RIGHT : null;
  }

  /** True once the middle has left the lanes that the lane leads to. */
  boolean hasLeft(LaneSegment lane, Vec2 position) {
    return !isIn(rows.of(lane).own(), map.projectAll(position.x(), position.y(), 0.0));
  }

  /** Heading along the last step against that at the start. */
  static double turned(Pose2 start, Vec2 before, Vec2 end) {
    return before.distanceTo(end) < STEP_M_MIN
        ? 0.0
        : Angles.difference(
            StrictMath.atan2(end.y() - before.y(), end.x() - before.x()), start.yaw());
  }

  private boolean isInJunction(Vec2 point) {
    for (LanePosition position : map.projectAll(point.x(), point.y(), 0.0)) {
      if (position.lane().isDrivable() && position.lane().inJunction()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(Set<String> lanes, List<LanePosition> at) {
    for (LanePosition position : at) {
      if (lanes.contains(position.lane().id())) {
        return true;
      }
    }
    return false;
  }
}
