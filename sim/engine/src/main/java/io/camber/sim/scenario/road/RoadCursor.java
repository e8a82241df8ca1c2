package io.camber.sim.scenario.road;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.road.Road;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pose on the road network that can be walked along it. Mutable, owned by one thread.
 *
 * <p>Keeps OpenDRIVE coordinates (road, lane number, s, offset from the lane's middle, left of the road positive) and the
 * pose in the map frame at once. A cursor away from every road keeps only the pose.
 */
public final class RoadCursor {
  private static final double TOLERANCE = 1e-6;

  private final RoadNet net;
  private final NetworkPlace place;
  private final BodyPose body = new BodyPose();
  private final LaneWalk walk;
  private @Nullable RoutePath route;

  public RoadCursor(RoadNet net) {
    this.net = net;
    this.place = new NetworkPlace(net);
    this.walk = new LaneWalk(net, place, body);
  }

  public RoadCursor copy() {
    RoadCursor copy = new RoadCursor(net);
    copy.set(this);
    copy.route = route;
    return copy;
  }

  /** Takes over everything but the route. */
  public void set(RoadCursor other) {
    place.set(other.place);
    body.set(other.body);
  }

  // --- where it is

  public RoadNet net() {
    return net;
  }

  public boolean isOnRoad() {
    return place.road() != null;
  }

  public Road road() {
    Road road = place.road();
    if (road == null) {
      throw new IllegalStateException("the cursor is on no road");
    }
    return road;
  }

  public Optional<LaneSegment> lane() {
    return Optional.ofNullable(place.lane());
  }

  public int laneNumber() {
    return place.laneNumber();
  }

  public double s() {
    return place.s();
  }

  public double offset() {
    return place.offset();
  }

  /** Offset from the reference line, left positive. */
  public double t() {
    return place.tOf(body.x(), body.y());
  }

  public double x() {
    return body.x();
  }

  public double y() {
    return body.y();
  }

  public double z() {
    return body.z();
  }

  public double yaw() {
    return body.yaw();
  }

  public double pitch() {
    return body.pitch();
  }

  public double roll() {
    return body.roll();
  }

  public Pose3 pose() {
    return new Pose3(body.x(), body.y(), body.z(), body.yaw(), body.pitch(), body.roll());
  }

  /** Direction of increasing s of the road. */
  public double roadYaw() {
    return body.roadYaw();
  }

  /** Yaw relative to increasing s of the road, (-pi, pi]. */
  public double relativeYaw() {
    return body.relativeYaw();
  }

  /** True when the body looks along increasing s. */
  public boolean looksAlongRoad() {
    return Math.abs(body.relativeYaw()) <= Math.PI / 2.0;
  }

  /** +1 when driving in this lane follows increasing s, -1 otherwise. */
  public int laneDirection() {
    LaneSegment lane = place.lane();
    if (lane != null) {
      return lane.isAlongRoad() ? 1 : -1;
    }
    return place.laneNumber() <= 0 ? 1 : -1;
  }

  /** +1 or -1 by which offsets of this lane side are made independent of the side. */
  public int side() {
    return place.laneNumber() < 0 ? -1 : 1;
  }

  /** True when the last move ran out of road. */
  public boolean isAtEnd() {
    return place.isAtEnd();
  }

  /** True away from every road and beside all lanes of its own. */
  public boolean isOffRoad() {
    Road road = place.road();
    return road == null || RoadNet.isBeside(road, place.s(), t());
  }

  public Optional<RoutePath> route() {
    return Optional.ofNullable(route);
  }

  /** From now on junctions are crossed as the route leads; without one, where the way turns least. */
  public void setRoute(@Nullable RoutePath route) {
    this.route = route;
    walk.setWanderer(null);
  }

  /**
   * From now on junctions are crossed as {@code wanderer} says.
   *
   * @param wanderer takes how many ways there are and gives the number of one, from 0
   */
  public void setWanderer(IntUnaryOperator wanderer) {
    walk.setWanderer(wanderer);
  }

  public double curvature() {
    Road road = place.road();
    return road == null ? 0.0 : road.curvatureAt(place.s());
  }

  // --- placing

  /** Moves to a lane position, keeping the yaw relative to the road. False when the road has no such lane there. */
  public boolean setLane(Road newRoad, int number, double newS, double newOffset) {
    if (!place.moveTo(newRoad, number, newS, newOffset)) {
      return false;
    }
    refresh();
    return true;
  }

  /** Shifts the body sideways within its lane, keeping its relative yaw. */
  public void setOffset(double newOffset) {
    place.setOffset(newOffset);
    refresh();
  }

  /** Moves to road coordinates; the lane becomes the nearest drivable one. */
  public void setRoad(Road newRoad, double newS, double t) {
    place.moveTo(newRoad, newS, t);
    Pose3 surface = newRoad.poseAt(place.s(), t);
    body.standAt(surface, Angles.difference(place.yawAlong(surface), surface.yaw()));
  }

  /** Moves to a pose in the map frame; road coordinates, elevation and slope follow from the map. */
  public void setPose(double newX, double newY, double newYaw) {
    body.setPoint(newX, newY);
    locate();
    setYaw(newYaw);
  }

  /** Moves to a pose in space, off the road surface if it says so. */
  public void setPose(Pose3 pose) {
    setPose(pose.x(), pose.y(), pose.yaw());
    body.setZ(pose.z());
    body.setPitchRoll(pose.pitch(), pose.roll());
  }

  /** Whether the road has a lane of that number here. */
  public boolean hasLane(int number) {
    Road road = place.road();
    return road != null && (number == 0 || net.findLane(road, number, place.s()).isPresent());
  }

  /** Names another lane at the same point. */
  public void nameLane(int number) {
    if (isOnRoad() && number != place.laneNumber()) {
      place.nameLane(number, t());
    }
  }

  /** Finds road, lane and s of the point where the body is, without moving it. */
  public void locate() {
    place.locate(body.x(), body.y());
    Road road = place.road();
    if (road == null) {
      body.leaveSurface();
    } else {
      Pose3 surface = road.surfaceAcross(place.s(), body.x(), body.y());
      body.restOn(surface, place.yawAlong(surface));
    }
    body.setYaw(body.yaw());
  }

  /** Puts the body where the lane offset says. */
  private void refresh() {
    Road road = place.road();
    LaneSegment lane = place.lane();
    if (road == null) {
      return;
    }
    if (lane == null) {
      body.standAt(road.poseAt(place.s(), place.offset()), 0.0);
      return;
    }
    Pose3 middle = lane.centerAtRoadS(place.s());
    if (place.offset() == 0.0) {
      body.standAt(middle, lane.isAlongRoad() ? 0.0 : Math.PI);
      return;
    }
    Pose3 beside = net.map().fromLane(road.id(), place.laneNumber(), place.s(), place.offset());
    body.standAt(beside, place.laneYaw(middle) - beside.yaw());
  }

  // --- turning

  public void setYaw(double newYaw) {
    body.setYaw(newYaw);
  }

  /** Turns the body relative to increasing s of the road. */
  public void setRelativeYaw(double angle) {
    body.setRelativeYaw(angle);
  }

  /** Turns the body relative to the road in the direction it already looks. */
  public void setYawFromTravel(double angle) {
    setRelativeYaw(looksAlongRoad() ? angle : angle + Math.PI);
  }

  public void setPitchRoll(double newPitch, double newRoll) {
    body.setPitchRoll(newPitch, newRoll);
  }

  public void setZ(double newZ) {
    body.setZ(newZ);
  }

  // --- walking

  /** Road s that a body at this place covers when it moves {@code distance} along its own line. */
  public double toRoadDistance(double distance) {
    double curvature = curvature();
    if (Math.abs(curvature) < TOLERANCE) {
      return distance;
    }
    double shrink = 1.0 - curvature * t();
    return shrink < TOLERANCE ? distance : distance / shrink;
  }

  /** Walks where the body looks; {@code distance} is along the road's reference line, negative backwards. */
  public boolean moveAhead(double distance) {
    return moveAlongRoad(looksAlongRoad() ? distance : -distance);
  }

  /**
   * Walks along increasing s by {@code distance}, through section ends, road ends and junctions, keeping the lane offset and
   * the yaw relative to the way travelled. False when the way ended; the cursor then stands at the end.
   */
  public boolean moveAlongRoad(double distance) {
    if (!isOnRoad()) {
      return false;
    }
    boolean arrived = walk.along(distance, route);
    refresh();
    return arrived;
  }
}
