package io.camber.sim.scenario.action;

import io.camber.diagnostics.InputException;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Road;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * RoadRange: from one place on the roads to another, over the roads named between.
 *
 * @param lengthM after which it ends; infinite without a word
 * @param error with the place in the file
 */
@Plays({"RoadRange", "RoadCursor", "Lane"})
record RoadRange(List<Cursor> cursors, double lengthM, Function<String, InputException> error) {
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

  /** A road that the way leads over, from what its first cursor says to what its last one says. */
  private record Leg(
      Road road, Optional<Double> first, Optional<Double> last, List<Integer> lanes) {
    double otherEnd(double end) {
      return end == 0.0 ? road.lengthM() : 0.0;
    }

    /** The station of the end that is nearer to another road. */
    double endTowards(Leg other) {
      return apart(0.0, other) <= apart(road.lengthM(), other) ? 0.0 : road.lengthM();
    }

    private double apart(double s, Leg other) {
      var here = road.poseAt(s, 0.0).position();
      var start = other.road.poseAt(0.0, 0.0).position();
      var end = other.road.poseAt(other.road.lengthM(), 0.0).position();
      return Math.min(start.minus(here).length(), end.minus(here).length());
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
    return new RoadRange(cursors, length, node::error);
  }

  /** The pieces of roads on the way, in order. */
  List<Stretch> on(RoadMap map) {
    List<Leg> legs = legs(map);
    List<Stretch> stretches = new ArrayList<>();
    double rest = lengthM;
    for (int i = 0; i < legs.size() && rest > 0.0; i++) {
      Leg leg = legs.get(i);
      double begin = begin(legs, i);
      double end = end(legs, i, begin);
      double way = Math.min(rest, Math.abs(end - begin));
      double stop = begin + Math.copySign(way, end - begin);
      rest -= way;
      stretches.add(
          new Stretch(leg.road().id(), Math.min(begin, stop), Math.max(begin, stop), leg.lanes()));
    }
    return stretches;
  }

  /** Cursors of one road that follow one another make a leg. */
  private List<Leg> legs(RoadMap map) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < cursors.size(); i++) {
      Cursor first = cursors.get(i);
      int last = i;
      while (last + 1 < cursors.size() && cursors.get(last + 1).roadId().equals(first.roadId())) {
        last++;
      }
      Road road = map.findRoad(first.roadId())
          .orElseThrow(() -> error.apply("the map has no road \"" + first.roadId() + "\""));
      boolean alone = cursors.size() == 1;
      Optional<Double> until =
          alone ? Optional.of(road.lengthM()) : cursors.get(last).s();
      legs.add(new Leg(road, first.s(), until, first.lanes()));
      i = last;
    }
    return legs;
  }

  private static double begin(List<Leg> legs, int i) {
    Leg leg = legs.get(i);
    if (i > 0) {
      return leg.endTowards(legs.get(i - 1));
    }
    double far = legs.size() == 1 ? 0.0 : leg.otherEnd(leg.endTowards(legs.get(1)));
    return leg.first().orElse(far);
  }

  private static double end(List<Leg> legs, int i, double begin) {
    Leg leg = legs.get(i);
    return i + 1 < legs.size()
        ? leg.endTowards(legs.get(i + 1))
        : leg.last().orElse(leg.otherEnd(begin));
  }
}
