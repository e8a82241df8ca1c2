package io.camber.sim.scenario.road;

import io.camber.map.LaneSegment;
import io.camber.map.road.Road;
import io.camber.sim.scenario.road.RoutePath.Leg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shortest way between two places over linked roads, whatever lanes lead there: Dijkstra's algorithm over road ends. */
final class RoadSearch {
  private static final int ENDS_MAX = 20_000;
  private static final double TOUCH_M = 1e-6;

  private final RoadNet net;
  private final RoadCursor goal;
  private final List<Reached> open = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();

  /** A road that is left at one end, and how it was come to. */
  private record Reached(
      Road road,
      boolean atEnd,
      double distance,
      Leg leg,
      @Nullable Reached before) {}

  private RoadSearch(RoadNet net, RoadCursor goal) {
    this.net = net;
    this.goal = goal;
  }

  /** The way, or empty when no roads link the places. */
  static Optional<RoutePath> way(RoadCursor from, RoadCursor to) {
    if (!from.isOnRoad() || !to.isOnRoad()) {
      return Optional.empty();
    }
    Road start = from.road();
    if (start.id().equals(to.road().id())) {
      return Optional.of(
          new RoutePath(List.of(new Leg(start.id(), from.s(), to.s(), from.laneNumber()))));
    }
    RoadSearch search = new RoadSearch(from.net(), to);
    search.reach(start, from.s(), true, null);
    search.reach(start, from.s(), false, null);
    return search.run();
  }

  private void reach(Road road, double fromS, boolean up, @Nullable Reached before) {
    Leg leg = new Leg(road.id(), fromS, up ? road.lengthM() : 0.0, 0);
    double driven = before == null ? 0.0 : before.distance();
    open.add(new Reached(road, up, driven + leg.lengthM(), leg, before));
  }

  private Optional<RoutePath> run() {
    for (int i = 0; i < ENDS_MAX && !open.isEmpty(); i++) {
      Reached nearest = nearest();
      open.remove(nearest);
      if (!closed.add(nearest.road().id() + (nearest.atEnd() ? "+" : "-"))) {
        continue;
      }
      Optional<RoutePath> found = expand(nearest);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Reached nearest() {
    Reached best = open.get(0);
    for (Reached reached : open) {
      best = reached.distance() < best.distance() ? reached : best;
    }
    return best;
  }

  private Optional<RoutePath> expand(Reached reached) {
    double border = reached.atEnd() ? reached.road().lengthM() : 0.0;
    for (LaneSegment lane : net.lanesAt(reached.road(), border)) {
      double end = reached.atEnd() ? RoadNet.endS(lane) : RoadNet.startS(lane);
      if (Math.abs(end - border) > TOUCH_M) {
        continue;
      }
      Travel travel =
          reached.atEnd() == lane.isAlongRoad() ? Travel.WITH_LANE : Travel.AGAINST_LANE;
      for (LaneSegment next : net.next(lane, travel)) {
        boolean up = (travel == Travel.WITH_LANE) == next.isAlongRoad();
        Road road = next.road();
        double fromS = up ? 0.0 : road.lengthM();
        if (road.id().equals(goal.road().id())) {
          return Optional.of(path(new Leg(road.id(), fromS, goal.s(), next.number()), reached));
        }
        if (!road.id().equals(reached.road().id())) {
          reach(road, fromS, up, reached);
        }
      }
    }
    return Optional.empty();
  }

  private static RoutePath path(Leg last, Reached reached) {
    List<Leg> legs = new ArrayList<>(List.of(last));
    for (Reached at = reached; at != null; at = at.before()) {
      legs.add(0, at.leg());
    }
    return new RoutePath(legs);
  }
}
