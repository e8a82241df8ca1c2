package io.camber.evaluation.situation;

import io.camber.geometry.Angles;
import io.camber.geometry.Box2;
import io.camber.geometry.Vec2;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.motion.Route;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Joins truth with the map. Owned by one thread: it keeps the path ahead from call to call. */
public final class SituationModel {
  private static final double LANE_EDGE_TOLERANCE_M = 0.05;
  private static final double CORNER_SEARCH_M = 0.05;

  private final RoadMap map;
  private final DrivableArea area;
  private final LaneAhead ahead;
  private final Footprints footprints = new Footprints();
  private final Neighbours neighbours = new Neighbours();

  public SituationModel(RoadMap map) {
    this.map = map;
    this.area = new DrivableArea(map);
    this.ahead = new LaneAhead(map);
  }

  /** Takes in the lanes the stack means to drive, so that looking ahead turns where the ego will turn. */
  public void route(Route route) {
    ahead.route(route.laneIds());
  }

  /** How far a point lies outside of the area for cars, 0 inside, at most 3 m; NaN without a lane. */
  public double outsideM(Vec2 point) {
    return map.lanes().isEmpty()
        ? Double.NaN
        : area.distanceOutside(point, map.projectAll(point.x(), point.y(), LANE_EDGE_TOLERANCE_M));
  }

  /** Empty when the frame has no ego. */
  public Optional<Situation> of(TruthFrame frame) {
    return frame.ego().map(ego -> situation(frame, ego));
  }

  private Situation situation(TruthFrame frame, ActorTruth ego) {
    Box2 footprint = ego.footprint();
    List<ActorTruth> others = frame.othersThan(ego.name());
    List<Box2> boxes = footprints.of(others);
    LaneContact contact = contact(footprint);
    Optional<Outlook> outlook = contact.center().map(position -> ahead.from(position, footprint));
    Optional<RoadView> view = outlook.map(it -> it.view(ego, others, boxes, neighbours));
    return new Situation(
        frame,
        ego,
        footprint,
        others,
        boxes,
        contact,
        view,
        outlook.flatMap(it -> it.lead(view.orElseThrow())),
        outlook.flatMap(it -> it.stop(frame)));
  }

  private LaneContact contact(Box2 footprint) {
    if (map.lanes().isEmpty()) {
      return LaneContact.NONE;
    }
    List<LanePosition> under = drivable(footprint.center().position(), CORNER_SEARCH_M);
    Optional<LanePosition> own = under.stream()
        .filter(position -> agrees(position, footprint.center().yaw()))
        .findFirst();
    Optional<LanePosition> center = own.or(() -> under.stream().findFirst());
    SortedSet<String> row = center.map(it -> row(it.lane())).orElse(Collections.emptySortedSet());
    double outside = 0.0;
    boolean withinOneLane = center.isPresent();
    for (Vec2 corner : footprint.corners()) {
      List<LanePosition> at = map.projectAll(corner.x(), corner.y(), LANE_EDGE_TOLERANCE_M);
      outside = Math.max(outside, area.distanceOutside(corner, at));
      withinOneLane = withinOneLane && isIn(row, at);
    }
    return new LaneContact(
        center,
        !under.isEmpty() && own.isEmpty(),
        outside,
        outside > 0.0 ? area.outsideM2(footprint) : 0.0,
        withinOneLane,
        center.map(this::speedLimitMps).orElse(Double.POSITIVE_INFINITY));
  }

  private List<LanePosition> drivable(Vec2 point, double radius) {
    return map.projectAll(point.x(), point.y(), radius).stream()
        .filter(position -> position.lane().isDrivable())
        .toList();
  }

  private static boolean agrees(LanePosition position, double yaw) {
    double along = position.lane().centerAt(position.s()).yaw();
    return Math.abs(Angles.difference(yaw, along)) <= Math.PI / 2.0;
  }

  /** Corners may lie in the lane itself or in lanes that continue it at either end. */
  private static SortedSet<String> row(LaneSegment lane) {
    SortedSet<String> row = new TreeSet<>(lane.successors());
    row.addAll(lane.predecessors());
    row.add(lane.id());
    return row;
  }

  private static boolean isIn(SortedSet<String> row, List<LanePosition> at) {
    for (int i = 0; i < at.size(); i++) {
      if (row.contains(at.get(i).lane().id())) {
        return true;
      }
    }
    return false;
  }

  /** In a junction the highest limit of the lanes that lead in and out counts. */
  private double speedLimitMps(LanePosition position) {
    LaneSegment lane = position.lane();
    if (!lane.inJunction()) {
      return lane.speedLimitMpsAt(position.s());
    }
    double limit = Double.NEGATIVE_INFINITY;
    for (String id : lane.predecessors()) {
      limit = Math.max(limit, endLimitMps(id));
    }
    for (String id : lane.successors()) {
      limit = Math.max(limit, map.findLane(id).map(LaneSegment::speedLimitMps).orElse(limit));
    }
    return limit == Double.NEGATIVE_INFINITY ? lane.speedLimitMpsAt(position.s()) : limit;
  }

  private double endLimitMps(String laneId) {
    return map.findLane(laneId)
        .map(lane -> lane.speedLimitMpsAt(lane.lengthM()))
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
