package io.camber.evaluation.responsibility;

import io.camber.evaluation.situation.Neighbour;
import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;

/**
 * Tells who crosses the ego's way from who only changes its place across: by the lane that somebody follows, where there is one.
 * Speed across is only meant for those who share a road; who goes straight on where the ego's way bends does not drift.
 */
final class LaneCourse {
  /** Lanes that run together more sharply than they merge. */
  private static final double PARALLEL_SIN = StrictMath.sin(Math.toRadians(10.0));

  /** Somebody follows a lane whose direction is nearer than this to its heading. */
  private static final double FOLLOWS = Math.toRadians(45.0);

  private final RoadMap map;

  LaneCourse(RoadMap map) {
    this.map = map;
  }

  boolean crosses(Neighbour other) {
    double along = Math.abs(StrictMath.cos(other.turn()));
    if (along < StrictMath.cos(FOLLOWS)) {
      return true;
    }
    return Math.abs(StrictMath.sin(other.turn())) > PARALLEL_SIN
        && Math.abs(StrictMath.sin(laneTurn(other))) > PARALLEL_SIN;
  }

  /** Turn of the lane that the other follows against the path; 0 where it follows none. */
  private double laneTurn(Neighbour other) {
    Pose2 center = other.actor().footprint().center();
    double least = FOLLOWS;
    double turn = 0.0;
    for (LanePosition position : map.projectAll(center.x(), center.y(), 0.0)) {
      double laneYaw = position.lane().centerAt(position.s()).yaw();
      double off = Angles.difference(laneYaw, center.yaw());
      if (position.lane().isDrivable() && Math.abs(off) < least) {
        least = Math.abs(off);
        turn = other.turn() + off;
      }
    }
    return turn;
  }
}
