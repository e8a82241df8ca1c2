package io.camber.sim.scenario.road;

import io.camber.geometry.Pose3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadPosition;
import io.camber.map.road.Road;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where on the road network a cursor is: road, lane number, s, and offset from the lane's middle, left of the road positive.
 * Knows no body. Mutable, a part of one cursor.
 */
final class NetworkPlace {
  private static final double TOLERANCE = 1e-6;

  private final RoadNet net;
  private @Nullable Road road;
  private @Nullable LaneSegment lane;
  private int laneNumber;
  private double s;
  private double offset;
  private double sectionStartS;
  private double sectionEndS;
  private boolean atEnd;

  NetworkPlace(RoadNet net) {
    this.net = net;
  }

  void set(NetworkPlace other) {
    road = other.road;
    lane = other.lane;
    laneNumber = other.laneNumber;
    s = other.s;
    offset = other.offset;
    sectionStartS = other.sectionStartS;
    sectionEndS = other.sectionEndS;
    atEnd = other.atEnd;
  }

  @Nullable
  Road road() {
    return road;
  }

  @Nullable
  LaneSegment lane() {
    return lane;
  }

  int laneNumber() {
    return laneNumber;
  }

  double s() {
    return s;
  }

  double offset() {
    return offset;
  }

  double sectionStartS() {
    return sectionStartS;
  }

  double sectionEndS() {
    return sectionEndS;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  /** Offset of a point from the reference line at this s, left positive; 0 on no road. */
  double tOf(double x, double y) {
    if (road == null) {
      return 0.0;
    }
    Pose3 line = road.poseAt(s, 0.0);
    return -(x - line.x()) * StrictMath.sin(line.yaw())
        + (y - line.y()) * StrictMath.cos(line.yaw());
  }

  /** Direction of increasing s, given the pose of the lane's middle. */
  double laneYaw(Pose3 middle) {
    return lane != null && !lane.isAlongRoad() ? middle.yaw() + Math.PI : middle.yaw();
  }

  /** Direction of increasing s of the lane's middle here; of the reference line without a lane. */
  double yawAlong(Pose3 surface) {
    if (lane == null) {
      return surface.yaw();
    }
    double course = lane.courseAtRoadS(s);
    return lane.isAlongRoad() ? course : course + Math.PI;
  }

  // --- going elsewhere

  /** False when the road has no such lane there; nothing has changed then. */
  boolean moveTo(Road newRoad, int number, double newS, double newOffset) {
    double clamped = clamp(newRoad, newS);
    Optional<LaneSegment> found = net.findLane(newRoad, number, clamped);
    if (found.isEmpty() && number != 0) {
      return false;
    }
    road = newRoad;
    enter(found.orElse(null), number);
    s = clamped;
    offset = newOffset;
    return true;
  }

  /** Goes to road coordinates; the lane becomes the nearest drivable one. */
  void moveTo(Road newRoad, double newS, double t) {
    double clamped = clamp(newRoad, newS);
    road = newRoad;
    Optional<LaneSegment> nearest = net.nearestLane(newRoad, clamped, t);
    enter(nearest.orElse(null), nearest.map(LaneSegment::number).orElse(0));
    s = clamped;
    offset = t - nearest.map(found -> net.centerT(newRoad, found, clamped)).orElse(0.0);
  }

  private static double clamp(Road road, double s) {
    return Math.max(0.0, Math.min(road.lengthM(), s));
  }

  /** Goes to the point: the lane it was in if that holds the point, else the likeliest lane, else the nearest road, else none. */
  void locate(double x, double y) {
    if (followWithinLane(x, y)) {
      return;
    }
    Optional<LanePosition> projected = net.map().project(x, y);
    if (projected.isPresent()) {
      LaneSegment found = projected.get().lane();
      enter(roadOf(found.roadId()), found);
      stand(found, projected.get(), found.toRoadS(projected.get().s()));
      return;
    }
    Optional<RoadPosition> near = net.map().toRoad(x, y);
    if (near.isPresent()) {
      moveTo(roadOf(near.get().roadId()), near.get().s(), near.get().t());
      return;
    }
    road = null;
    enter(null, 0);
  }

  private Road roadOf(String id) {
    return net.map().findRoad(id).orElseThrow();
  }

  private boolean followWithinLane(double x, double y) {
    if (lane == null || road == null || !lane.isDrivable()) {
      return false;
    }
    LanePosition there = lane.locate(x, y);
    boolean inside = there.s() > TOLERANCE && there.s() < lane.lengthM() - TOLERANCE;
    if (!inside) {
      return false;
    }
    double roadS = lane.toRoadS(there.s());
    if (Math.abs(there.d()) > lane.widthAtRoadS(roadS) / 2.0) {
      return false;
    }
    stand(lane, there, roadS);
    return true;
  }

  private void stand(LaneSegment in, LanePosition there, double roadS) {
    s = roadS;
    offset = there.d() * (in.isAlongRoad() ? 1.0 : -1.0);
  }

  void setS(double newS) {
    s = newS;
  }

  void setOffset(double newOffset) {
    offset = newOffset;
  }

  void setAtEnd(boolean ended) {
    atEnd = ended;
  }

  /** Names another lane at the same point, {@code t} left of the reference line. */
  void nameLane(int number, double t) {
    Road here = road;
    if (here == null) {
      return;
    }
    Optional<LaneSegment> target = net.findLane(here, number, s);
    if (target.isPresent() || number == 0) {
      double center = target.map(found -> net.centerT(here, found, s)).orElse(0.0);
      enter(target.orElse(null), number);
      offset = t - center;
    }
  }

  /** Goes over into a lane of another road or section; s and offset are for the caller to set. */
  void enter(Road newRoad, LaneSegment newLane) {
    road = newRoad;
    enter(newLane, newLane.number());
  }

  private void enter(@Nullable LaneSegment newLane, int number) {
    lane = newLane;
    laneNumber = number;
    atEnd = false;
    if (newLane != null) {
      sectionStartS = RoadNet.startS(newLane);
      sectionEndS = RoadNet.endS(newLane);
    } else {
      sectionStartS = 0.0;
      sectionEndS = road == null ? 0.0 : road.lengthM();
    }
  }
}
