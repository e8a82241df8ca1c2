package io.camber.evaluation.situation;

import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where cars may be: all drivable lanes, and in junctions the gaps between them, because the paved area of a junction is larger than
 * the lanes drawn through it. A gap is what no disc of 2 m in radius fits into, so that the island of a roundabout and the lawn at a
 * corner are none.
 */
final class DrivableArea {
  private static final double OUTLINE_STEP_M = 2.0;
  private static final double SEARCH_M = 3.0;

  /** Radius of the disc that fits into no gap. */
  private static final double GAP_M = 2.0;

  private static final int RINGS = 2;
  private static final int DIRECTIONS = 16;
  private static final int SPREAD_ALONG = 12;
  private static final int SPREAD_ACROSS = 18;

  private final RoadMap map;
  private final SortedMap<String, List<Vec2>> junctionHulls = new TreeMap<>();

  DrivableArea(RoadMap map) {
    this.map = map;
    SortedMap<String, List<Vec2>> corners = new TreeMap<>();
    for (LaneSegment lane : map.lanes()) {
      if (lane.isDrivable() && lane.junctionId().isPresent()) {
        List<Vec2> points =
            corners.computeIfAbsent(lane.junctionId().get(), id -> new ArrayList<>());
        lane.outline(OUTLINE_STEP_M).forEach(point -> points.add(point.toVec2()));
      }
    }
    corners.forEach((junction, points) -> junctionHulls.put(junction, convexHull(points)));
  }

  /**
   * Distance to the area; 0 inside, at most 3 m even when farther away.
   *
   * @param at lanes of any type at the point, those that hold it among them
   */
  double distanceOutside(Vec2 point, List<LanePosition> at) {
    if (isOnLane(at)) {
      return 0.0;
    }
    double nearest = SEARCH_M;
    for (LanePosition position : map.projectAll(point.x(), point.y(), SEARCH_M)) {
      if (position.lane().isDrivable()) {
        nearest = Math.min(nearest, position.distanceOutside());
      }
    }
    boolean isGap = nearest > 0.0
        && nearest < GAP_M
        && junctionHulls.values().stream().anyMatch(hull -> contains(hull, point))
        && !isInFreeDisc(point);
    return isGap ? 0.0 : nearest;
  }

  /** How much of a box lies outside, by points spread evenly over it. */
  double outsideM2(Box2 box) {
    int outside = 0;
    for (int i = 0; i < SPREAD_ALONG; i++) {
      for (int k = 0; k < SPREAD_ACROSS; k++) {
        Vec2 point = box.center()
            .apply(new Vec2(
                ((i + 0.5) / SPREAD_ALONG - 0.5) * box.lengthM(),
                ((k + 0.5) / SPREAD_ACROSS - 0.5) * box.widthM()));
        List<LanePosition> at = map.projectAll(point.x(), point.y(), 0.0);
        outside += distanceOutside(point, at) > 0.0 ? 1 : 0;
      }
    }
    return outside * box.lengthM() * box.widthM() / (SPREAD_ALONG * SPREAD_ACROSS);
  }

  /** True when a disc of that size holds the point and touches no lane. */
  private boolean isInFreeDisc(Vec2 point) {
    for (int ring = 1; ring <= RINGS; ring++) {
      double radius = GAP_M * ring / RINGS;
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2.0 * Math.PI * i / DIRECTIONS;
        double x = point.x() + radius * StrictMath.cos(angle);
        double y = point.y() + radius * StrictMath.sin(angle);
        if (isFree(map.projectAll(x, y, GAP_M))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFree(List<LanePosition> near) {
    for (int i = 0; i < near.size(); i++) {
      if (near.get(i).lane().isDrivable() && near.get(i).distanceOutside() < GAP_M) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOnLane(List<LanePosition> at) {
    for (int i = 0; i < at.size(); i++) {
      LanePosition position = at.get(i);
      if (position.lane().isDrivable() && position.distanceOutside() == 0.0) {
        return true;
      }
    }
    return false;
  }

  /** Andrew's monotone chain; counter-clockwise. */
  static List<Vec2> convexHull(List<Vec2> points) {
    List<Vec2> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble(Vec2::x).thenComparingDouble(Vec2::y));
    if (sorted.size() < 3) {
      return sorted;
    }
    List<Vec2> hull = new ArrayList<>();
    addChain(sorted, hull);
    List<Vec2> upper = new ArrayList<>();
    java.util.Collections.reverse(sorted);
    addChain(sorted, upper);
    hull.addAll(upper);
    return hull;
  }

  static boolean contains(List<Vec2> hull, Vec2 point) {
    if (hull.size() < 3) {
      return false;
    }
    for (int i = 0; i < hull.size(); i++) {
      Vec2 from = hull.get(i);
      Vec2 to = hull.get((i + 1) % hull.size());
      if (to.minus(from).cross(point.minus(from)) < 0.0) {
        return false;
      }
    }
    return true;
  }

  /** One side of the hull, without its last point. */
  private static void addChain(List<Vec2> sorted, List<Vec2> chain) {
    for (Vec2 point : sorted) {
      while (chain.size() >= 2) {
        Vec2 last = chain.get(chain.size() - 1);
        Vec2 before = chain.get(chain.size() - 2);
        if (last.minus(before).cross(point.minus(last)) > 0.0) {
          break;
        }
        chain.remove(chain.size() - 1);
      }
      chain.add(point);
    }
    chain.remove(chain.size() - 1);
  }
}
