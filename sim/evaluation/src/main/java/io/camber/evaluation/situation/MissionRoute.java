package io.camber.evaluation.situation;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import io.camber.motion.Mission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way through the mission's waypoints from where the stack took over, and where the ego is on it. On the route is who
 * heads along it on one of its lanes or on one beside them that runs the same way. Stations count from where the stack took over,
 * or first came to a lane when it took over beside one.
 * Owned by one thread; fed once at each instant.
 */
public final class MissionRoute {
  private final RoadMap map;
  private final Mission mission;
  private final Set<String> lanes = new TreeSet<>();
  private @Nullable LanePath path;
  private boolean started;
  private boolean on;
  private double startS;
  private double goalS;
  private double s;

  public MissionRoute(RoadMap map, Mission mission) {
    this.map = map;
    this.mission = mission;
  }

  /** Takes in an instant. */
  public void update(Situation situation) {
    if (!started && situation.lane().center().isPresent()) {
      started = true;
      find(situation.lane().center().get());
    }
    LanePath along = path;
    if (along == null) {
      return;
    }
    Pose2 center = situation.footprint().center();
    FrenetPoint place = along.toFrenet(center.x(), center.y(), s);
    if (!on && !isInLane(along, place)) {
      place = along.toFrenet(center.x(), center.y());
    }
    on = isOn(along, place, situation);
    s = on ? place.s() : s;
  }

  /** False when the mission has no goal or none that can be driven to. */
  public boolean isKnown() {
    return path != null;
  }

  /** True when the ego is on the route now. */
  public boolean isOn() {
    return on;
  }

  /** Where the ego was on the route when it was on it last. */
  public double stationM() {
    return s - startS;
  }

  /** Not above 0 where the goal is where the route starts. */
  public double goalM() {
    return goalS - startS;
  }

  /** Station of a point that is near the route, sought from a station on. */
  public double stationOf(Vec2 point, double nearM) {
    LanePath along = path;
    return along == null
        ? Double.NaN
        : along.toFrenet(point.x(), point.y(), startS + nearM).s() - startS;
  }

  /** The point of the route at a station. */
  public Optional<Vec2> pointAt(double stationM) {
    return Optional.ofNullable(path)
        .map(along -> new Vec2(along.xAt(startS + stationM), along.yAt(startS + stationM)));
  }

  private boolean isOn(LanePath along, FrenetPoint place, Situation situation) {
    double yaw = situation.footprint().center().yaw();
    if (place.s() < 0.0
        || place.s() > along.lengthM()
        || Math.abs(Angles.difference(yaw, along.yawAt(place.s()))) > Math.PI / 2.0) {
      return false;
    }
    return isInLane(along, place)
        || situation.lane().center().map(it -> lanes.contains(it.lane().id())).orElse(false);
  }

  private static boolean isInLane(LanePath along, FrenetPoint place) {
    return place.d() <= along.leftEdgeAt(place.s()) && place.d() >= along.rightEdgeAt(place.s());
  }

  private void find(LanePosition from) {
    List<LanePosition> waypoints = new ArrayList<>();
    mission.waypoints().forEach(pose -> map.project(pose).ifPresent(waypoints::add));
    if (waypoints.isEmpty()) {
      return;
    }
    new Router(map).route(from, waypoints).ifPresent(found -> {
      LanePath along = LanePath.of(found);
      LanePosition goal = waypoints.get(waypoints.size() - 1);
      startS = along.stationOf(from).orElse(0.0);
      goalS = onLastLane(along, goal);
      s = startS;
      path = along;
      found.forEach(this::addBlock);
      addParallelTurns();
    });
  }

  /** A circuit may lead through the goal's lane more than once: the goal is on the last. */
  private static double onLastLane(LanePath along, LanePosition goal) {
    Vec3 point = goal.lane().pointAt(goal.s(), 0.0);
    double near = along.lengthM() - goal.lane().lengthM() + goal.s();
    return along.toFrenet(point.x(), point.y(), near).s();
  }

  /** Lanes through a junction from a lane of the route to a lane of the route. */
  private void addParallelTurns() {
    List<String> turns = new ArrayList<>();
    for (LaneSegment lane : map.lanes()) {
      if (lane.inJunction()
          && lane.isDrivable()
          && lane.predecessors().stream().anyMatch(lanes::contains)
          && lane.successors().stream().anyMatch(lanes::contains)) {
        turns.add(lane.id());
      }
    }
    lanes.addAll(turns);
  }

  /** The lane and those beside it that run the same way. */
  private void addBlock(LaneSegment lane) {
    lanes.add(lane.id());
    addBeside(lane.leftNeighbour(), true);
    addBeside(lane.rightNeighbour(), false);
  }

  private void addBeside(Optional<String> beside, boolean left) {
    Optional<LaneSegment> lane = beside.flatMap(map::findLane);
    while (lane.isPresent() && lanes.add(lane.get().id())) {
      lane =
          (left ? lane.get().leftNeighbour() : lane.get().rightNeighbour()).flatMap(map::findLane);
    }
  }
}
