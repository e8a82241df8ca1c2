package io.camber.sim.scenario.road;

import io.camber.map.LaneSegment;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Distance along roads between two cursors: the shortest way over linked roads in both directions, Dijkstra's algorithm.
 *
 * @param ds along the road, positive ahead of the first cursor as it looks
 * @param dt lateral, left positive seen along the road of the first cursor
 * @param lanes number of lanes between, OpenDRIVE numbering of the second cursor's road
 * @param oppositeSide true when the second cursor is on the other side of its reference line
 * @param sameWay true when the road of the second cursor runs the way that of the first does, false when s runs against it
 */
public record RoadDistance(double ds, double dt, int lanes, boolean oppositeSide, boolean sameWay) {
  private static final int NODES_MAX = 400;

  /** A road end that can be reached, and the number of the first cursor's lane there (0 when it does not lead there). */
  private record Node(Road road, boolean atEnd, int lane, double distance, boolean startedUp) {}

  /** The distance from one cursor to another; empty when no road links them within {@code distanceMax}. */
  public static Optional<RoadDistance> between(RoadCursor from, RoadCursor to, double distanceMax) {
    if (!from.isOnRoad() || !to.isOnRoad()) {
      return Optional.empty();
    }
    if (from.road().id().equals(to.road().id())) {
      double ds = (to.s() - from.s()) * (from.looksAlongRoad() ? 1.0 : -1.0);
      return Optional.of(of(ds, from, to, from.laneNumber()));
    }
    return search(from, to, distanceMax);
  }

  private static RoadDistance of(double ds, RoadCursor from, RoadCursor to, int laneThere) {
    int lanes = to.laneNumber() - laneThere;
    boolean opposite = Integer.signum(to.laneNumber()) != Integer.signum(laneThere);
    if (opposite && lanes != 0) {
      // the reference line is no lane
      lanes = (Math.abs(lanes) - 1) * Integer.signum(lanes);
    }
    boolean sameWay = laneThere < 0 == from.laneNumber() < 0;
    double dt = sameWay ? to.t() - from.t() : to.t() + from.t();
    return new RoadDistance(ds, dt, lanes, opposite, sameWay);
  }

  private static Optional<RoadDistance> search(RoadCursor from, RoadCursor to, double distanceMax) {
    RoadNet net = from.net();
    List<Node> open = new ArrayList<>();
    Set<String> closed = new HashSet<>();
    Road start = from.road();
    open.add(new Node(start, false, laneAtEnd(from, false), from.s(), false));
    open.add(new Node(start, true, laneAtEnd(from, true), start.lengthM() - from.s(), true));
    String target = to.road().id();
    for (int i = 0; i < NODES_MAX && !open.isEmpty(); i++) {
      Node node = nearest(open);
      if (node.distance() > distanceMax) {
        return Optional.empty();
      }
      open.remove(node);
      if (!closed.add(node.road().id() + (node.atEnd() ? "+" : "-"))) {
        continue;
      }
      for (Step step : steps(net, node)) {
        if (step.road().id().equals(target)) {
          double rest = step.entersAtStart() ? to.s() : step.road().lengthM() - to.s();
          double distance = node.distance() + rest;
          boolean ahead = node.startedUp() == from.looksAlongRoad();
          return Optional.of(of(ahead ? distance : -distance, from, to, step.lane()));
        }
        if (step.lane() != 0) {
          int across = laneAcross(net, step);
          open.add(new Node(
              step.road(),
              step.entersAtStart(),
              across,
              node.distance() + step.road().lengthM(),
              node.startedUp()));
        }
      }
    }
    return Optional.empty();
  }

  private static Node nearest(List<Node> open) {
    Node best = open.get(0);
    for (Node node : open) {
      if (node.distance() < best.distance()) {
        best = node;
      }
    }
    return best;
  }

  /** A road behind a road end: where it is entered, and the number the tracked lane has there (0 when it has none). */
  private record Step(Road road, boolean entersAtStart, int lane) {}

  private static List<Step> steps(RoadNet net, Node node) {
    List<Step> steps = new ArrayList<>();
    double border = node.atEnd() ? node.road().lengthM() : 0.0;
    for (LaneSegment lane : net.lanesAt(node.road(), border)) {
      boolean touches = node.atEnd()
          ? Math.abs(RoadNet.endS(lane) - border) < 1e-6
          : Math.abs(RoadNet.startS(lane) - border) < 1e-6;
      if (!touches) {
        continue;
      }
      Travel travel = node.atEnd() == lane.isAlongRoad() ? Travel.WITH_LANE : Travel.AGAINST_LANE;
      for (LaneSegment next : net.next(lane, travel)) {
        if (next.roadId().equals(node.road().id())) {
          continue;
        }
        boolean atStart = (travel == Travel.WITH_LANE) == next.isAlongRoad();
        int tracked = lane.number() == node.lane() ? next.number() : 0;
        merge(steps, net.map().findRoad(next.roadId()).orElseThrow(), atStart, tracked);
      }
    }
    return steps;
  }

  private static void merge(List<Step> steps, Road road, boolean atStart, int lane) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).road() == road && steps.get(i).entersAtStart() == atStart) {
        if (steps.get(i).lane() == 0 && lane != 0) {
          steps.set(i, new Step(road, atStart, lane));
        }
        return;
      }
    }
    steps.add(new Step(road, atStart, lane));
  }

  /** The lane of the cursor followed through the sections of its road to one end. */
  private static int laneAtEnd(RoadCursor from, boolean atEnd) {
    return from.lane().map(lane -> follow(from.net(), lane, atEnd)).orElse(0);
  }

  private static int laneAcross(RoadNet net, Step step) {
    double border = step.entersAtStart() ? 0.0 : step.road().lengthM();
    return net.findLane(step.road(), step.lane(), border)
        .map(lane -> follow(net, lane, step.entersAtStart()))
        .orElse(0);
  }

  private static int follow(RoadNet net, LaneSegment lane, boolean up) {
    LaneSegment current = lane;
    for (int i = 0; i < 100; i++) {
      Travel travel = up == current.isAlongRoad() ? Travel.WITH_LANE : Travel.AGAINST_LANE;
      LaneSegment next = null;
      for (LaneSegment candidate : net.next(current, travel)) {
        if (candidate.roadId().equals(lane.roadId())) {
          next = candidate;
        }
      }
      if (next == null) {
        return current.number();
      }
      current = next;
    }
    return current.number();
  }
}
