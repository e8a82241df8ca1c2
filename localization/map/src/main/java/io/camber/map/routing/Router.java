package io.camber.map.routing;

import io.camber.geometry.Angles;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds ways through the lane graph of one map. Immutable and thread safe; ties fall the same way in every run. */
public final class Router {
  private static final int LANES_MAX = 10_000;

  private final RoadMap map;

  public Router(RoadMap map) {
    this.map = map;
  }

  /**
   * The cheapest lanes from one place to another by driving time, lane changes costing extra; from the lane of {@code from}
   * to the lane of {@code to}, both included.
   */
  public Optional<List<LaneSegment>> route(LanePosition from, LanePosition to) {
    return new RouteSearch(map, from, to).run();
  }

  /** A route through places in order; empty when one of the legs has no way. */
  public Optional<List<LaneSegment>> route(LanePosition from, List<LanePosition> to) {
    List<LaneSegment> lanes = new ArrayList<>(List.of(from.lane()));
    LanePosition start = from;
    for (LanePosition place : to) {
      Optional<List<LaneSegment>> leg = route(start, place);
      if (leg.isEmpty()) {
        return Optional.empty();
      }
      lanes.addAll(leg.get().subList(1, leg.get().size()));
      start = place;
    }
    return Optional.of(List.copyOf(lanes));
  }

  /** Follows the lane straight on (least turning at forks) until {@code aheadM} of lane lie ahead of {@code from} or it ends. */
  public List<LaneSegment> follow(LanePosition from, double aheadM) {
    List<LaneSegment> lanes = new ArrayList<>(List.of(from.lane()));
    double ahead = from.lane().lengthM() - from.s();
    while (ahead < aheadM && lanes.size() < LANES_MAX) {
      List<LaneSegment> next = onward(lanes.get(lanes.size() - 1));
      if (next.isEmpty()) {
        break;
      }
      lanes.add(next.get(0));
      ahead += next.get(0).lengthM();
    }
    return lanes;
  }

  /** Every way to go on without changing lanes until {@code aheadM} lie ahead, at most {@code countMax} ways, straightest first. */
  public List<List<LaneSegment>> branches(LanePosition from, double aheadM, int countMax) {
    List<List<LaneSegment>> found = new ArrayList<>();
    branch(List.of(from.lane()), from.lane().lengthM() - from.s(), aheadM, countMax, found);
    return found;
  }

  private void branch(
      List<LaneSegment> lanes,
      double ahead,
      double aheadM,
      int countMax,
      List<List<LaneSegment>> found) {
    if (found.size() >= countMax) {
      return;
    }
    List<LaneSegment> next = onward(lanes.get(lanes.size() - 1));
    if (ahead >= aheadM || next.isEmpty() || lanes.size() >= LANES_MAX) {
      found.add(lanes);
      return;
    }
    for (LaneSegment lane : next) {
      List<LaneSegment> longer = new ArrayList<>(lanes);
      longer.add(lane);
      branch(longer, ahead + lane.lengthM(), aheadM, countMax, found);
    }
  }

  /** Drivable successors, the one that turns least first. */
  private List<LaneSegment> onward(LaneSegment lane) {
    return lane.successors().stream()
        .map(map::lane)
        .filter(LaneSegment::isDrivable)
        .sorted(Comparator.comparingDouble(Router::turn).thenComparingInt(LaneSegment::index))
        .toList();
  }

  private static double turn(LaneSegment lane) {
    double start = lane.centerAt(0.0).yaw();
    return Math.abs(Angles.difference(lane.centerAt(lane.lengthM()).yaw(), start));
  }
}
