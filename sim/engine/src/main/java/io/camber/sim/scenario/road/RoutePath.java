package io.camber.sim.scenario.road;

import io.camber.map.LaneSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way over roads, from the first way point of a route to the last. Path s runs from 0 at the first way point.
 *
 * @param legs the stretches of road, in order
 */
public record RoutePath(List<Leg> legs) {
  /** A stretch of one road from {@code fromS} to {@code toS}; falling s means driven against the reference line. */
  public record Leg(String roadId, double fromS, double toS, int laneNumber) {
    double lengthM() {
      return Math.abs(toS - fromS);
    }

    int direction() {
      return toS >= fromS ? 1 : -1;
    }
  }

  /** A place on a path: road, s there, and +1 or -1 for the way the path runs. */
  public record Place(String roadId, double s, int direction, int laneNumber) {}

  public RoutePath {
    legs = List.copyOf(legs);
  }

  public double lengthM() {
    double length = 0.0;
    for (Leg leg : legs) {
      length += leg.lengthM();
    }
    return length;
  }

  /** The place at path s, clamped to the path. */
  public Place at(double pathS) {
    double rest = Math.max(0.0, pathS);
    for (Leg leg : legs) {
      if (rest <= leg.lengthM()) {
        return new Place(
            leg.roadId(), leg.fromS() + leg.direction() * rest, leg.direction(), leg.laneNumber());
      }
      rest -= leg.lengthM();
    }
    Leg last = legs.get(legs.size() - 1);
    return new Place(last.roadId(), last.toS(), last.direction(), last.laneNumber());
  }

  /** Which of the lanes that continue a lane of {@code roadId} the path takes. */
  Optional<LaneSegment> choose(
      RoadNet net, String roadId, List<LaneSegment> candidates, Travel travel) {
    for (int i = 0; i < legs.size() - 1; i++) {
      if (legs.get(i).roadId().equals(roadId)) {
        String wanted = legs.get(i + 1).roadId();
        for (LaneSegment candidate : candidates) {
          if (candidate.roadId().equals(wanted)) {
            return Optional.of(candidate);
          }
        }
        Optional<LaneSegment> parallel = parallel(net, candidates, travel, i);
        if (parallel.isPresent()) {
          return parallel;
        }
      }
    }
    return Optional.empty();
  }

  /** A connecting road other than the path's that leads to the same road behind the junction. */
  private Optional<LaneSegment> parallel(
      RoadNet net, List<LaneSegment> candidates, Travel travel, int index) {
    if (index + 2 >= legs.size()) {
      return Optional.empty();
    }
    String behind = legs.get(index + 2).roadId();
    for (LaneSegment candidate : candidates) {
      for (LaneSegment onward : net.next(candidate, travel)) {
        if (onward.roadId().equals(behind)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** The path over consecutive lanes from one road s to another. */
  public static RoutePath over(List<LaneSegment> lanes, double fromS, double toS) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      LaneSegment lane = lanes.get(i);
      boolean along = lane.isAlongRoad();
      double start = along ? RoadNet.startS(lane) : RoadNet.endS(lane);
      double end = along ? RoadNet.endS(lane) : RoadNet.startS(lane);
      Leg last = legs.isEmpty() ? null : legs.get(legs.size() - 1);
      if (last != null && last.roadId().equals(lane.roadId())) {
        legs.set(legs.size() - 1, new Leg(last.roadId(), last.fromS(), end, last.laneNumber()));
      } else {
        legs.add(new Leg(lane.roadId(), start, end, lane.number()));
      }
    }
    Leg first = legs.get(0);
    legs.set(0, new Leg(first.roadId(), fromS, first.toS(), first.laneNumber()));
    Leg last = legs.get(legs.size() - 1);
    legs.set(legs.size() - 1, new Leg(last.roadId(), last.fromS(), toS, last.laneNumber()));
    return new RoutePath(legs);
  }

  /** The shortest path over roads, for places that no lanes join; empty when no roads do either. */
  public static Optional<RoutePath> overRoads(RoadCursor from, RoadCursor to) {
    return RoadSearch.way(from, to);
  }

  /** This path and then the other, which starts where this one ends. */
  public RoutePath then(RoutePath other) {
    List<Leg> joined = new ArrayList<>(legs);
    Leg last = joined.get(joined.size() - 1);
    for (int i = 0; i < other.legs.size(); i++) {
      Leg leg = other.legs.get(i);
      if (i == 0 && leg.roadId().equals(last.roadId()) && leg.direction() == last.direction()) {
        joined.set(
            joined.size() - 1, new Leg(last.roadId(), last.fromS(), leg.toS(), last.laneNumber()));
      } else {
        joined.add(leg);
      }
    }
    return new RoutePath(joined);
  }
}
