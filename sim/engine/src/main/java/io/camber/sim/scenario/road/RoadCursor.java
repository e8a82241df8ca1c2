package io.camber.sim.scenario.road;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.map.LanePosition;
import io.camber.map.LaneSegment;
import io.camber.map.RoadPosition;
import io.camber.map.road.Road;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pose on the road network that can be walked along it. Mutable, owned by one thread.
 *
 * <p>Keeps OpenDRIVE coordinates (road, lane number, s, offset from the lane's middle, left of the road positive) and the
 * pose in the map frame at once. A cursor away from every road keeps only the pose.
 */
public final class RoadCursor {
  private static final double TOLERANCE = 1e-6;
  private static final int LINKS_MAX = 32;

  private final RoadNet net;
  private @Nullable Road road;
  private @Nullable LaneSegment lane;
  private int laneNumber;
  private double s;
  private double offset;
  private double sectionStartS;
  private double sectionEndS;
  private double roadYaw;
  private double surfacePitch;
  private double surfaceRoll;
  private double relativeYaw;
  private double x;
  private double y;
  private double z;
  private double yaw;
  private double pitch;
  private double roll;
  private boolean atEnd;
  private @Nullable RoutePath route;

  public RoadCursor(RoadNet net) {
    this.net = net;
  }

  public RoadCursor copy() {
    RoadCursor copy = new RoadCursor(net);
    copy.set(this);
    copy.route = route;
    return copy;
  }

  /** Takes over everything but the route. */
  public void set(RoadCursor other) {
    road = other.road;
    lane = other.lane;
    laneNumber = other.laneNumber;
    s = other.s;
    offset = other.offset;
    sectionStartS = other.sectionStartS;
    sectionEndS = other.sectionEndS;
    roadYaw = other.roadYaw;
    surfacePitch = other.surfacePitch;
    surfaceRoll = other.surfaceRoll;
    relativeYaw = other.relativeYaw;
    x = other.x;
    y = other.y;
    z = other.z;
    yaw = other.yaw;
    pitch = other.pitch;
    roll = other.roll;
    atEnd = other.atEnd;
  }

  // --- where it is

  public RoadNet net() {
    return net;
  }

  public boolean isOnRoad() {
    return road != null;
  }

  public Road road() {
    if (road == null) {
      throw new IllegalStateException("the cursor is on no road");
    }
    return road;
  }

  public Optional<LaneSegment> lane() {
    return Optional.ofNullable(lane);
  }

  public int laneNumber() {
    return laneNumber;
  }

  public double s() {
    return s;
  }

  public double offset() {
    return offset;
  }

  /** Offset from the reference line, left positive. */
  public double t() {
    if (road == null) {
      return 0.0;
    }
    Pose3 line = road.poseAt(s, 0.0);
    return -(x - line.x()) * StrictMath.sin(line.yaw())
        + (y - line.y()) * StrictMath.cos(line.yaw());
  }

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  public double z() {
    return z;
  }

  public double yaw() {
    return yaw;
  }

  public double pitch() {
    return pitch;
  }

  public double roll() {
    return roll;
  }

  public Pose3 pose() {
    return new Pose3(x, y, z, yaw, pitch, roll);
  }

  /** Direction of increasing s of the road. */
  public double roadYaw() {
    return roadYaw;
  }

  /** Yaw relative to increasing s of the road, (-pi, pi]. */
  public double relativeYaw() {
    return relativeYaw;
  }

  /** True when the body looks along increasing s. */
  public boolean looksAlongRoad() {
    return Math.abs(relativeYaw) <= Math.PI / 2.0;
  }

  /** +1 when driving in this lane follows increasing s, -1 otherwise. */
  public int laneDirection() {
    if (lane != null) {
      return lane.isAlongRoad() ? 1 : -1;
    }
    return laneNumber <= 0 ? 1 : -1;
  }

  /** +1 or -1 by which offsets of this lane side are made independent of the side. */
  public int side() {
    return laneNumber < 0 ? -1 : 1;
  }

  /** True when the last move ran out of road. */
  public boolean isAtEnd() {
    return atEnd;
  }

  public Optional<RoutePath> route() {
    return Optional.ofNullable(route);
  }

  public void setRoute(@Nullable RoutePath route) {
    this.route = route;
  }

  public double curvature() {
    return road == null ? 0.0 : road.curvatureAt(s);
  }

  // --- placing

  /** Moves to a lane position, keeping the yaw relative to the road. False when the road has no such lane there. */
  public boolean setLane(Road newRoad, int number, double newS, double newOffset) {
    double clamped = Math.max(0.0, Math.min(newRoad.lengthM(), newS));
    Optional<LaneSegment> found = net.findLane(newRoad, number, clamped);
    if (found.isEmpty() && number != 0) {
      return false;
    }
    road = newRoad;
    enter(found.orElse(null), number);
    s = clamped;
    offset = newOffset;
    refresh();
    return true;
  }

  /** Shifts the body sideways within its lane, keeping its relative yaw. */
  public void setOffset(double newOffset) {
    offset = newOffset;
    refresh();
  }

  /** Moves to road coordinates; the lane becomes the nearest drivable one. */
  public void setRoad(Road newRoad, double newS, double t) {
    double clamped = Math.max(0.0, Math.min(newRoad.lengthM(), newS));
    road = newRoad;
    Optional<LaneSegment> nearest = net.nearestLane(newRoad, clamped, t);
    enter(nearest.orElse(null), nearest.map(LaneSegment::number).orElse(0));
    s = clamped;
    offset = t - nearest.map(found -> net.centerT(newRoad, found, clamped)).orElse(0.0);
    Pose3 surface = newRoad.poseAt(clamped, t);
    take(surface, Angles.difference(yawAlong(surface), surface.yaw()));
  }

  /** Moves to a pose in the map frame; road coordinates, elevation and slope follow from the map. */
  public void setPose(double newX, double newY, double newYaw) {
    x = newX;
    y = newY;
    locate();
    setYaw(newYaw);
  }

  /** Moves to a pose in space, off the road surface if it says so. */
  public void setPose(Pose3 pose) {
    setPose(pose.x(), pose.y(), pose.yaw());
    z = pose.z();
    pitch = pose.pitch();
    roll = pose.roll();
  }

  /** Whether the road has a lane of that number here. */
  public boolean hasLane(int number) {
    return road != null && (number == 0 || net.findLane(road, number, s).isPresent());
  }

  /** Names another lane at the same point. */
  public void nameLane(int number) {
    if (road == null || number == laneNumber) {
      return;
    }
    double t = t();
    Optional<LaneSegment> target = net.findLane(road, number, s);
    if (target.isPresent() || number == 0) {
      Road here = road;
      double center = target.map(found -> net.centerT(here, found, s)).orElse(0.0);
      enter(target.orElse(null), number);
      offset = t - center;
    }
  }

  /** Finds road, lane and s of the point where the body is, without moving it. */
  public void locate() {
    double keptYaw = yaw;
    double keptX = x;
    double keptY = y;
    if (!locateOnCurrentLane()) {
      locateAnywhere();
    }
    x = keptX;
    y = keptY;
    if (road != null) {
      Pose3 surface = road.poseAt(s, tOf(keptX, keptY));
      roadYaw = yawAlong(surface);
      z = surface.z();
      surfacePitch = surface.pitch();
      surfaceRoll = surface.roll();
    }
    setYaw(keptYaw);
  }

  private double tOf(double px, double py) {
    Pose3 line = road().poseAt(s, 0.0);
    return -(px - line.x()) * StrictMath.sin(line.yaw())
        + (py - line.y()) * StrictMath.cos(line.yaw());
  }

  private boolean locateOnCurrentLane() {
    if (lane == null || road == null || !lane.isDrivable()) {
      return false;
    }
    LanePosition place = lane.locate(x, y);
    boolean inside = place.s() > TOLERANCE && place.s() < lane.lengthM() - TOLERANCE;
    if (!inside || place.distanceOutside() > 0.0) {
      return false;
    }
    s = lane.toRoadS(place.s());
    offset = place.d() * (lane.isAlongRoad() ? 1.0 : -1.0);
    return true;
  }

  private void locateAnywhere() {
    Optional<LanePosition> projected = net.map().project(x, y);
    if (projected.isPresent()) {
      LaneSegment found = projected.get().lane();
      road = net.map().findRoad(found.roadId()).orElseThrow();
      enter(found, found.number());
      s = found.toRoadS(projected.get().s());
      offset = projected.get().d() * (found.isAlongRoad() ? 1.0 : -1.0);
      return;
    }
    Optional<RoadPosition> near = net.map().toRoad(x, y);
    if (near.isPresent()) {
      Road nearRoad = net.map().findRoad(near.get().roadId()).orElseThrow();
      setRoad(nearRoad, near.get().s(), near.get().t());
      return;
    }
    road = null;
    enter(null, 0);
    roadYaw = 0.0;
    surfacePitch = 0.0;
    surfaceRoll = 0.0;
    z = 0.0;
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

  // --- turning

  public void setYaw(double newYaw) {
    yaw = Angles.wrap(newYaw);
    relativeYaw = Angles.difference(yaw, roadYaw);
    lean();
  }

  /** Turns the body relative to increasing s of the road. */
  public void setRelativeYaw(double angle) {
    relativeYaw = Angles.wrap(angle);
    yaw = Angles.wrap(roadYaw + relativeYaw);
    lean();
  }

  /** Turns the body relative to the road in the direction it already looks. */
  public void setYawFromTravel(double angle) {
    setRelativeYaw(looksAlongRoad() ? angle : angle + Math.PI);
  }

  public void setPitchRoll(double newPitch, double newRoll) {
    pitch = newPitch;
    roll = newRoll;
  }

  public void setZ(double newZ) {
    z = newZ;
  }

  private void refresh() {
    if (road == null) {
      return;
    }
    if (lane == null) {
      take(road.poseAt(s, offset), 0.0);
      return;
    }
    Pose3 middle = lane.centerAt(lane.fromRoadS(s));
    if (offset == 0.0) {
      take(middle, lane.isAlongRoad() ? 0.0 : Math.PI);
      return;
    }
    Pose3 beside = net.map().fromLane(road.id(), laneNumber, s, offset);
    take(beside, laneYaw(middle) - beside.yaw());
  }

  private double laneYaw(Pose3 middle) {
    return lane != null && !lane.isAlongRoad() ? middle.yaw() + Math.PI : middle.yaw();
  }

  /** Direction of increasing s of the lane's middle here; of the reference line without a lane. */
  private double yawAlong(Pose3 surface) {
    return lane == null ? surface.yaw() : laneYaw(lane.centerAt(lane.fromRoadS(s)));
  }

  /** Stands at a pose of the surface; {@code turn} leads from its yaw to increasing s. */
  private void take(Pose3 surface, double turn) {
    x = surface.x();
    y = surface.y();
    z = surface.z();
    roadYaw = Angles.wrap(surface.yaw() + turn);
    yaw = Angles.wrap(roadYaw + relativeYaw);
    boolean turned = turn > Math.PI / 2.0;
    tilt(turned ? -surface.pitch() : surface.pitch(), turned ? -surface.roll() : surface.roll());
  }

  /** Pitch and roll of a body that stands on the surface at an angle to the road. */
  private void lean() {
    if (road != null) {
      tilt(surfacePitch, surfaceRoll);
    }
  }

  private void tilt(double alongRoad, double acrossRoad) {
    surfacePitch = alongRoad;
    surfaceRoll = acrossRoad;
    if (alongRoad == 0.0 && acrossRoad == 0.0) {
      pitch = 0.0;
      roll = 0.0;
      return;
    }
    double c = StrictMath.cos(relativeYaw);
    double n = StrictMath.sin(relativeYaw);
    pitch = alongRoad * c - acrossRoad * n;
    roll = acrossRoad * c + alongRoad * n;
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
    if (road == null) {
      return false;
    }
    double step = distance;
    atEnd = false;
    for (int i = 0; i < LINKS_MAX; i++) {
      double target = s + step;
      if (target >= sectionStartS - 1e-12 && target <= sectionEndS + 1e-12) {
        s = Math.max(sectionStartS, Math.min(sectionEndS, target));
        refresh();
        return true;
      }
      boolean up = step > 0.0;
      double border = up ? sectionEndS : sectionStartS;
      double remaining = Math.abs(target - border);
      if (!cross(up)) {
        s = border;
        atEnd = true;
        refresh();
        return false;
      }
      step = crossedUp ? remaining : -remaining;
    }
    refresh();
    return true;
  }

  private boolean crossedUp;

  /** Steps over the end of the lane segment; {@link #crossedUp} says which way s runs afterwards. */
  private boolean cross(boolean up) {
    if (lane == null || road == null) {
      return false;
    }
    Travel travel = up == lane.isAlongRoad() ? Travel.WITH_LANE : Travel.AGAINST_LANE;
    List<LaneSegment> candidates = net.next(lane, travel);
    if (candidates.isEmpty()) {
      return crossWithoutLink(up);
    }
    s = up ? sectionEndS : sectionStartS;
    LaneSegment next = candidates.size() == 1 ? candidates.get(0) : choose(candidates, travel, up);
    // the lane runs the same way on both sides of a link, the road may not
    crossedUp = (travel == Travel.WITH_LANE) == next.isAlongRoad();
    if (!next.roadId().equals(road.id())) {
      road = net.map().findRoad(next.roadId()).orElseThrow();
    }
    enter(next, next.number());
    s = crossedUp ? sectionStartS : sectionEndS;
    if (crossedUp != up) {
      relativeYaw = Angles.wrap(relativeYaw + Math.PI);
      offset = -offset;
    }
    return true;
  }

  /** Within a road, a lane that ends without a link goes over into the nearest lane of the next section. */
  private boolean crossWithoutLink(boolean up) {
    Road here = road();
    double border = up ? sectionEndS : sectionStartS;
    double beyond = border + (up ? 1e-3 : -1e-3);
    if (beyond < 0.0 || beyond > here.lengthM()) {
      return false;
    }
    Optional<LaneSegment> next = net.nearestLane(here, beyond, t());
    if (next.isEmpty()) {
      return false;
    }
    enter(next.get(), next.get().number());
    s = border;
    offset = 0.0;
    crossedUp = up;
    return true;
  }

  /** The way of the route, else the one that turns least. */
  private LaneSegment choose(List<LaneSegment> candidates, Travel travel, boolean up) {
    if (route != null) {
      // off its route, or beyond its end, an entity takes the junction's first connection, as in
      // esmini
      return route.choose(net, road().id(), candidates, travel).orElse(candidates.get(0));
    }
    double travelYaw = up ? roadYaw : roadYaw + Math.PI;
    LaneSegment best = candidates.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (LaneSegment candidate : candidates) {
      double turn = Math.abs(net.turn(candidate, travel, travelYaw));
      if (turn < least - 1e-9) {
        least = turn;
        best = candidate;
      }
    }
    return best;
  }
}
