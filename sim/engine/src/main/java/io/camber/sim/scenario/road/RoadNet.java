package io.camber.sim.scenario.road;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneSection;
import io.camber.map.road.LaneType;
import io.camber.map.road.Road;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The road map with the look-ups that moving along it needs; owned by one thread. */
public final class RoadNet {
  /** A lane narrower than this is not there. */
  static final double WIDTH_M_MIN = 1e-6;

  private static final double BORDER_M = 1e-6;

  private static final byte UNKNOWN = 0;
  private static final byte STAYS = 1;
  private static final byte VANISHES = 2;

  private final RoadMap map;
  private final byte[] vanishing;
  private final Map<String, List<LaneSegment>> lanesOfRoad = new LinkedHashMap<>();
  private final Map<String, LaneSegment> laneById = new LinkedHashMap<>();

  public RoadNet(RoadMap map) {
    this.map = map;
    this.vanishing = new byte[map.lanes().size()];
    for (LaneSegment lane : map.lanes()) {
      lanesOfRoad.computeIfAbsent(lane.roadId(), key -> new ArrayList<>()).add(lane);
      laneById.put(lane.id(), lane);
    }
  }

  public RoadMap map() {
    return map;
  }

  /** True when there is no road at all. */
  public boolean isPlane() {
    return map.roads().isEmpty();
  }

  Optional<LaneSegment> findLane(Road road, int number, double s) {
    return map.findLane(road.id(), number, s);
  }

  List<LaneSegment> lanesOf(String roadId) {
    return lanesOfRoad.getOrDefault(roadId, List.of());
  }

  /** Lanes of the section at s. */
  List<LaneSegment> lanesAt(Road road, double s) {
    List<LaneSegment> found = new ArrayList<>();
    for (LaneSegment lane : lanesOf(road.id())) {
      if (s >= startS(lane) - 1e-9 && s <= endS(lane) + 1e-9) {
        found.add(lane);
      }
    }
    return found;
  }

  /** The lane at s whose middle is nearest to {@code t}; drivable lanes first, among those the ones on the given side. */
  Optional<LaneSegment> nearestLane(Road road, double s, double t) {
    LaneSegment best = null;
    double bestCost = Double.POSITIVE_INFINITY;
    Across across = Across.at(road, s);
    for (LaneSegment lane : lanesAt(road, s)) {
      double center = across.t(middle(road, lane, s));
      double width = lane.widthAtRoadS(s);
      if (width < WIDTH_M_MIN) {
        continue;
      }
      double outside = Math.abs(t - center) - width / 2.0;
      double cost =
          Math.max(0.0, outside) + 1e-3 * Math.abs(t - center) + (lane.isDrivable() ? 0.0 : 1e6);
      if (cost < bestCost) {
        bestCost = cost;
        best = lane;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a point lies outside all lanes of the road at s; lanes of type "none" are no part of it. */
  static boolean isBeside(Road road, double s, double t) {
    LaneSection section = road.sectionAt(s);
    List<Lane> lanes = section.lanes();
    int leftmost = 0;
    int rightmost = 0;
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).type() != LaneType.NONE) {
        leftmost = Math.max(leftmost, lanes.get(i).number());
        rightmost = Math.min(rightmost, lanes.get(i).number());
      }
    }
    return t > section.outerT(leftmost, s) + BORDER_M
        || t < section.outerT(rightmost, s) - BORDER_M;
  }

  /** Lateral place of a lane's middle at road s, left of the reference line positive. */
  double centerT(Road road, LaneSegment lane, double s) {
    return Across.at(road, s).t(middle(road, lane, s));
  }

  private Pose3 middle(Road road, LaneSegment lane, double s) {
    return map.fromLane(road.id(), lane.number(), s, 0.0);
  }

  /** The line across a road at one s. */
  private record Across(Pose3 line, double sin, double cos) {
    static Across at(Road road, double s) {
      Pose3 line = road.poseAt(s, 0.0);
      return new Across(line, StrictMath.sin(line.yaw()), StrictMath.cos(line.yaw()));
    }

    double t(Pose3 pose) {
      return -(pose.x() - line.x()) * sin + (pose.y() - line.y()) * cos;
    }
  }

  /** Road s where the lane's section begins. */
  static double startS(LaneSegment lane) {
    return lane.toRoadS(lane.isAlongRoad() ? 0.0 : lane.lengthM());
  }

  /** Road s where the lane's section ends. */
  static double endS(LaneSegment lane) {
    return lane.toRoadS(lane.isAlongRoad() ? lane.lengthM() : 0.0);
  }

  /** Whether the lane has no width at one of its ends. */
  boolean vanishes(LaneSegment lane) {
    int index = lane.index();
    if (vanishing[index] == UNKNOWN) {
      boolean none = lane.widthAt(0.0) < WIDTH_M_MIN || lane.widthAt(lane.lengthM()) < WIDTH_M_MIN;
      vanishing[index] = none ? VANISHES : STAYS;
    }
    return vanishing[index] == VANISHES;
  }

  /** Lanes that continue {@code lane}, with or against its driving direction. */
  List<LaneSegment> next(LaneSegment lane, Travel travel) {
    List<String> ids = travel == Travel.WITH_LANE ? lane.successors() : lane.predecessors();
    if (ids.isEmpty()) {
      return List.of();
    }
    List<LaneSegment> lanes = new ArrayList<>(ids.size());
    for (String id : ids) {
      LaneSegment next = laneById.get(id);
      if (next != null) {
        lanes.add(next);
      }
    }
    return lanes;
  }

  /** Change of travel direction over the road that {@code lane} belongs to, when entered from {@code yaw}; radians. */
  double turn(LaneSegment lane, Travel travel, double yaw) {
    LaneSegment last = lane;
    for (int i = 0; i < 20; i++) {
      List<LaneSegment> next = next(last, travel);
      if (next.size() != 1 || !next.get(0).roadId().equals(lane.roadId())) {
        break;
      }
      last = next.get(0);
    }
    double out = travel == Travel.WITH_LANE
        ? last.centerAt(last.lengthM()).yaw()
        : last.centerAt(0.0).yaw() + Math.PI;
    return Angles.difference(out, yaw);
  }
}
