package io.camber.evaluation.manoeuvre;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lanes that a lane leads to without a change, and those that lie to the left and right of them. Owned by one thread. */
final class LaneRows {
  /** As far as anybody comes in three seconds. */
  private static final double AHEAD_M = 200.0;

  private static final int SEGMENTS_MAX = 64;

  private final RoadMap map;
  private final Map<String, Row> rows = new HashMap<>();

  /** Ids of lanes. */
  record Row(Set<String> own, Set<String> left, Set<String> right) {}

  LaneRows(RoadMap map) {
    this.map = map;
  }

  Row of(LaneSegment lane) {
    Row known = rows.get(lane.id());
    if (known == null) {
      known = found(lane);
      rows.put(lane.id(), known);
    }
    return known;
  }

  private Row found(LaneSegment lane) {
    Set<String> own = new HashSet<>();
    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    follow(lane, AHEAD_M, own);
    for (String id : own.toArray(String[]::new)) {
      LaneSegment each = map.lane(id);
      beside(each.leftNeighbour(), left);
      beside(each.rightNeighbour(), right);
    }
    left.removeAll(own);
    right.removeAll(own);
    right.removeAll(left);
    return new Row(own, left, right);
  }

  private void beside(Optional<String> neighbour, Set<String> into) {
    neighbour.flatMap(map::findLane).ifPresent(lane -> follow(lane, lane.lengthM(), into));
  }

  private void follow(LaneSegment lane, double restM, Set<String> into) {
    if (into.size() >= SEGMENTS_MAX || !into.add(lane.id()) || restM <= 0.0) {
      return;
    }
    for (String next : lane.successors()) {
      map.findLane(next).ifPresent(it -> follow(it, restM - lane.lengthM(), into));
    }
  }
}
