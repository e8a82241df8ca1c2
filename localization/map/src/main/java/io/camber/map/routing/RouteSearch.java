package io.camber.map.routing;

import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One A* search (Hart, Nilsson, Raphael 1968) over lanes by driving time. A state is a lane, once before and once after the
 * car has left the stretch it starts on: a goal behind the start on the same stretch is reached only by coming round.
 */
final class RouteSearch {
  /** Where the map gives no limit, roads are taken as urban; no road is faster than the fastest. */
  private static final double SPEED_MPS_UNKNOWN = 50.0 / 3.6;

  private static final double SPEED_MPS_MAX = 130.0 / 3.6;

  /** What a lane change is worth in driving time. */
  private static final double CHANGE_S = 4.0;

  /** Crossing a solid line: only when there is no other way. */
  private static final double FORBIDDEN_CHANGE_S = 300.0;

  private final RoadMap map;
  private final LanePosition from;
  private final LanePosition to;
  private final Vec3 goal;
  private final int lanes;
  private final double[] cost;
  private final int[] parent;
  private final boolean[] settled;
  private final PriorityQueue<Entry> open =
      new PriorityQueue<>(Comparator.comparingDouble(Entry::rank).thenComparingInt(Entry::state));

  RouteSearch(RoadMap map, LanePosition from, LanePosition to) {
    this.map = map;
    this.from = from;
    this.to = to;
    this.goal = to.lane().pointAt(to.s(), 0.0);
    this.lanes = map.lanes().size();
    this.cost = new double[2 * lanes];
    this.parent = new int[2 * lanes];
    this.settled = new boolean[2 * lanes];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(parent, -1);
  }

  private record Entry(int state, double rank) {}

  Optional<List<LaneSegment>> run() {
    offer(from.lane().index(), 0.0, -1);
    while (!open.isEmpty()) {
      int state = open.remove().state();
      if (settled[state]) {
        continue;
      }
      settled[state] = true;
      if (isGoal(state)) {
        return Optional.of(trace(state));
      }
      expand(state);
    }
    return Optional.empty();
  }

  private LaneSegment lane(int state) {
    return map.lanes().get(state % lanes);
  }

  private boolean onFirstStretch(int state) {
    return state < lanes;
  }

  private boolean isGoal(int state) {
    LaneSegment lane = lane(state);
    if (lane.index() != to.lane().index()) {
      return false;
    }
    return !onFirstStretch(state) || to.s() >= startOn(lane) - 0.5;
  }

  /** Station abreast of the start on a lane of the first stretch. */
  private double startOn(LaneSegment lane) {
    return lane.index() == from.lane().index()
        ? from.s()
        : lane.fromRoadS(from.lane().toRoadS(from.s()));
  }

  private void expand(int state) {
    LaneSegment lane = lane(state);
    double remaining = lane.lengthM() - (onFirstStretch(state) ? startOn(lane) : 0.0);
    double time = cost[state] + Math.max(0.0, remaining) / speed(lane);
    for (String id : lane.successors()) {
      LaneSegment next = map.lane(id);
      if (next.isDrivable()) {
        offer(next.index() + lanes, time, state);
      }
    }
    int stage = onFirstStretch(state) ? 0 : lanes;
    double middle = 0.5 * lane.lengthM();
    lane.leftNeighbour()
        .ifPresent(id -> offer(
            map.lane(id).index() + stage, cost[state] + change(lane.mayChangeLeft(middle)), state));
    lane.rightNeighbour()
        .ifPresent(id -> offer(
            map.lane(id).index() + stage,
            cost[state] + change(lane.mayChangeRight(middle)),
            state));
  }

  private static double change(boolean permitted) {
    return permitted ? CHANGE_S : FORBIDDEN_CHANGE_S;
  }

  private static double speed(LaneSegment lane) {
    double limit = lane.speedLimitMps();
    return Double.isInfinite(limit) ? SPEED_MPS_UNKNOWN : Math.min(limit, SPEED_MPS_MAX);
  }

  private void offer(int state, double newCost, int before) {
    if (newCost < cost[state]) {
      cost[state] = newCost;
      parent[state] = before;
      open.add(new Entry(state, newCost + atLeast(state)));
    }
  }

  /** Lower bound of the time left: straight to the goal from the nearest a car on the lane can be, at the highest speed. */
  private double atLeast(int state) {
    LaneSegment lane = lane(state);
    double distance = lane.pointAt(lane.lengthM(), 0.0).toVec2().distanceTo(goal.toVec2());
    return Math.max(0.0, distance - lane.lengthM()) / SPEED_MPS_MAX;
  }

  private List<LaneSegment> trace(int goalState) {
    List<LaneSegment> route = new ArrayList<>();
    for (int state = goalState; state >= 0; state = parent[state]) {
      route.add(lane(state));
    }
    Collections.reverse(route);
    return List.copyOf(route);
  }
}
