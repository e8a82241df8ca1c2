package io.camber.evaluation.rule;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.SignalOnLane;
import io.camber.map.road.StopKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where traffic lights or stop signs want the cars of one lane to stop: a line across the lane.
 *
 * @param middle on the lane's centre line, yaw in driving direction
 * @param lights ids of the lights or signs by the connecting lane they are for; {@link #EVERY_WAY} for all cars
 */
record StopLine(
    String laneId, Pose2 middle, double halfWidthM, SortedMap<String, List<String>> lights) {
  /** Key of the lights that count wherever a car goes. */
  static final String EVERY_WAY = "";

  /** Lines farther away cannot be crossed within one step. */
  private static final double NEAR_M = 20.0;

  StopLine {
    lights = Collections.unmodifiableSortedMap(new TreeMap<>(lights));
  }

  /**
   * All stop lines of a kind; signals within half a metre share one. Lines at the mouth of a connecting lane are left
   * out, because the lanes that lead there have the same line.
   */
  static List<StopLine> of(RoadMap map, StopKind kind) {
    List<StopLine> lines = new ArrayList<>();
    for (LaneSegment lane : map.lanes()) {
      SortedMap<Long, List<SignalOnLane>> byStation = new TreeMap<>();
      boolean isMouth = lane.inJunction() && !lane.predecessors().isEmpty();
      for (SignalOnLane signal : lane.signals()) {
        if (signal.kind() == kind && lane.isDrivable() && !isMouth) {
          long station = (long) Math.rint(signal.stopS());
          byStation.computeIfAbsent(station, s -> new ArrayList<>()).add(signal);
        }
      }
      byStation.values().forEach(signals -> lines.add(of(lane, signals)));
    }
    return List.copyOf(lines);
  }

  private static StopLine of(LaneSegment lane, List<SignalOnLane> signals) {
    double s = signals.get(0).stopS();
    SortedMap<String, List<String>> lights = new TreeMap<>();
    for (SignalOnLane signal : signals) {
      lights
          .computeIfAbsent(signal.viaLaneId().orElse(EVERY_WAY), way -> new ArrayList<>())
          .add(signal.signal().id());
    }
    return new StopLine(lane.id(), lane.centerAt(s).toPose2(), lane.widthAt(s) / 2.0, lights);
  }

  /** True for a point in the lane and at most that far before the line. */
  boolean isBefore(Vec2 point, double withinM) {
    if (middle.position().distanceTo(point) > NEAR_M) {
      return false;
    }
    Vec2 place = middle.applyInverse(point);
    return place.x() <= 0.0 && place.x() >= -withinM && Math.abs(place.y()) <= halfWidthM;
  }

  /** True when the way from one point to the next crosses the line in driving direction. */
  boolean isCrossed(Vec2 from, Vec2 to) {
    if (middle.position().distanceTo(to) > NEAR_M) {
      return false;
    }
    Vec2 before = middle.applyInverse(from);
    Vec2 after = middle.applyInverse(to);
    if (before.x() > 0.0 || after.x() <= 0.0) {
      return false;
    }
    double share = -before.x() / (after.x() - before.x());
    double across = before.y() + share * (after.y() - before.y());
    return Math.abs(across) <= halfWidthM;
  }
}
