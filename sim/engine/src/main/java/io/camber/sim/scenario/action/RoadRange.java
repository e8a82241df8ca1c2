package io.camber.sim.scenario.action;

import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RoadRange: from one place on the roads to another, over the roads named between.
 *
 * @param lengthM after which it ends; infinite without a word
 */
@Plays({"RoadRange", "RoadCursor", "Lane"})
record RoadRange(Node node, List<Cursor> cursors, double lengthM) {
  /** A road of the way; without lanes all count, and without a station the road's whole length. */
  record Cursor(String roadId, Optional<Double> s, List<Integer> lanes) {
    Cursor {
      lanes = List.copyOf(lanes);
    }
  }

  /** A piece of one road; all lanes when none is named. */
  record Stretch(String roadId, double from, double to, List<Integer> lanes) {
    Stretch {
      lanes = List.copyOf(lanes);
    }

    boolean holds(LaneSegment lane, double roadS) {
      return lane.roadId().equals(roadId)
          && roadS >= from
          && roadS <= to
          && (lanes.isEmpty() || lanes.contains(lane.number()));
    }
  }

  RoadRange {
    cursors = List.copyOf(cursors);
  }

  static RoadRange read(Node node) {
    List<Cursor> cursors = new ArrayList<>();
    for (Node cursor : node.all("RoadCursor")) {
      List<Integer> lanes = new ArrayList<>();
      cursor.all("Lane").forEach(lane -> lanes.add(lane.integer("id")));
      Optional<Double> s = cursor.has("s") ? Optional.of(cursor.finite("s")) : Optional.empty();
      cursors.add(new Cursor(cursor.text("roadId"), s, lanes));
    }
    if (cursors.isEmpty()) {
      throw node.error("a <RoadRange> needs a <RoadCursor>");
    }
    double length = node.number("length", Double.POSITIVE_INFINITY);
    if (!(length > 0.0)) {
      throw node.error("attribute length must be positive");
    }
    return new RoadRange(node, cursors, length);
  }

  /** The pieces of roads on the way, in order. */
  List<Stretch> on(RoadMap map) {
    List<Stretch> stretches = new ArrayList<>();
    double rest = lengthM;
    for (int i = 0; i < cursors.size(); i++) {
      boolean samePiece =
          i > 0 && cursors.get(i - 1).roadId().equals(cursors.get(i).roadId());
      if (samePiece || rest <= 0.0) {
        continue;
      }
      int last = i;
      while (last + 1 < cursors.size()
          && cursors.get(last + 1).roadId().equals(cursors.get(i).roadId())) {
        last++;
      }
      Road road = road(map, cursors.get(i));
      boolean alone = last == i;
      double begin = i > 0
          ? end(road, road(map, cursors.get(i - 1)))
          : cursors
              .get(i)
              .s()
              .orElse(last + 1 < cursors.size() ? opposite(road, map, last + 1) : 0.0);
      double until = last + 1 < cursors.size()
          ? end(road, road(map, cursors.get(last + 1)))
          : i == 0 && alone
              ? road.lengthM()
              : cursors.get(last).s().orElse(begin == 0.0 ? road.lengthM() : 0.0);
      double stop = begin + Math.signum(until - begin) * Math.min(rest, Math.abs(until - begin));
      rest -= Math.abs(stop - begin);
      stretches.add(new Stretch(
          road.id(),
          Math.min(begin, stop),
          Math.max(begin, stop),
          cursors.get(i).lanes()));
    }
    return stretches;
  }

  private Road road(RoadMap map, Cursor cursor) {
    return map.findRoad(cursor.roadId())
        .orElseThrow(() -> node.error("the map has no road \"" + cursor.roadId() + "\""));
  }

  private double opposite(Road road, RoadMap map, int next) {
    return end(road, road(map, cursors.get(next))) == 0.0 ? road.lengthM() : 0.0;
  }

  /** The station of the end of a road that is nearer to another road. */
  private static double end(Road road, Road other) {
    return apart(road, 0.0, other) <= apart(road, road.lengthM(), other) ? 0.0 : road.lengthM();
  }

  private static double apart(Road road, double s, Road other) {
    var here = road.poseAt(s, 0.0).position();
    double toStart = other.poseAt(0.0, 0.0).position().minus(here).length();
    return Math.min(
        toStart, other.poseAt(other.lengthM(), 0.0).position().minus(here).length());
  }
}
