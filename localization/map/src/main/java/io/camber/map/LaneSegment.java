package io.camber.map;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneMaterial;
import io.camber.map.road.LaneSection;
import io.camber.map.road.LaneType;
import io.camber.map.road.Road;
import io.camber.map.road.RoadMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lane of one lane section: a node of the lane graph. Stations {@code s} are arc length along the lane's centre line in
 * driving direction, from 0 to {@link #lengthM()}; values outside are clamped. Left and right are the driver's.
 */
public final class LaneSegment {
  private final String id;
  private final int index;
  private final Road road;
  private final int sectionIndex;
  private final Lane lane;
  private final boolean along;
  private final CenterLine center;
  private final LaneLinks links;
  private final List<SignalOnLane> signals;

  LaneSegment(LaneKey key, int index, LaneLinks links, List<SignalOnLane> signals) {
    this.id = key.id();
    this.index = index;
    this.road = key.road();
    this.sectionIndex = key.sectionIndex();
    this.lane = key.lane();
    this.along = key.isAlongRoad();
    this.center = key.center();
    this.links = links;
    this.signals = List.copyOf(signals);
  }

  /** "road:sectionIndex:laneNumber", such as "12:0:-1". */
  public String id() {
    return id;
  }

  /** Position in {@link RoadMap#lanes()}. */
  public int index() {
    return index;
  }

  public String roadId() {
    return road.id();
  }

  public Road road() {
    return road;
  }

  public int sectionIndex() {
    return sectionIndex;
  }

  /** OpenDRIVE lane number: negative right of the reference line. */
  public int number() {
    return lane.number();
  }

  public LaneType type() {
    return lane.type();
  }

  public boolean isDrivable() {
    return lane.type().isDrivable();
  }

  public double lengthM() {
    return center.lengthM();
  }

  /** True when driving follows increasing s of the road. */
  public boolean isAlongRoad() {
    return along;
  }

  /** Lanes that continue this one, in driving direction. */
  public List<String> successors() {
    return links.successors();
  }

  public List<String> predecessors() {
    return links.predecessors();
  }

  /** The drivable lane to the driver's left that runs the same way. */
  public Optional<String> leftNeighbour() {
    return links.left();
  }

  /** The drivable lane to the driver's right that runs the same way. */
  public Optional<String> rightNeighbour() {
    return links.right();
  }

  /** Whether the road mark on the left permits a lane change at {@code s}; false when there is no neighbour. */
  public boolean mayChangeLeft(double s) {
    return links.left().isPresent() && mayCross(s, along ? 1 : -1);
  }

  /** Whether the road mark on the right permits a lane change at {@code s}; false when there is no neighbour. */
  public boolean mayChangeRight(double s) {
    return links.right().isPresent() && mayCross(s, along ? -1 : 1);
  }

  /** The mark between two lanes belongs to the one nearer to the centre. */
  private boolean mayCross(double s, int step) {
    int to = number() + step == 0 ? step : number() + step;
    int owner = Integer.signum(number()) != Integer.signum(to)
        ? 0
        : Math.abs(to) < Math.abs(number()) ? to : number();
    double roadS = toRoadS(s);
    LaneSection section = road.sections().get(sectionIndex);
    Optional<Lane> marked = section.findLane(owner);
    boolean free = true;
    for (RoadMark mark : marked.map(Lane::marks).orElse(List.of())) {
      if (mark.s() <= roadS + 1e-9) {
        free = mark.laneChange().permits(number(), to);
      }
    }
    return free;
  }

  public boolean inJunction() {
    return road.junctionId().isPresent();
  }

  public Optional<String> junctionId() {
    return road.junctionId();
  }

  /** Speed limit at the start of the segment; positive infinity when the map is silent. */
  public double speedLimitMps() {
    return speedLimitMpsAt(0.0);
  }

  public double speedLimitMpsAt(double s) {
    return road.speedLimitMpsAt(lane, toRoadS(s));
  }

  /** Whether a kind of road user, in the map's words (bus, truck, bicycle), may use the lane at a station. */
  public boolean permits(String user, double s) {
    return lane.permits(user, toRoadS(s));
  }

  /** What the lane is made of at a station; empty when the map is silent. */
  public Optional<LaneMaterial> materialAt(double s) {
    return lane.materialAt(toRoadS(s));
  }

  /** Pose on the centre line; yaw is the driving direction. */
  public Pose3 centerAt(double s) {
    return centerAtRoadS(toRoadS(s));
  }

  /** As {@link #centerAt(double)}, at OpenDRIVE s of the road. */
  public Pose3 centerAtRoadS(double roadS) {
    Pose3 pose = center.poseAt(roadS);
    return along
        ? pose
        : new Pose3(
            pose.x(), pose.y(), pose.z(), pose.yaw() + Math.PI, -pose.pitch(), -pose.roll());
  }

  /** Point at offset {@code d} (left positive) from the centre line, on the road surface. */
  public Vec3 pointAt(double s, double d) {
    return center.pointAt(toRoadS(s), along ? d : -d);
  }

  public double widthAt(double s) {
    return center.widthAt(toRoadS(s));
  }

  /** As {@link #widthAt(double)}, at OpenDRIVE s of the road. */
  public double widthAtRoadS(double roadS) {
    return center.widthAt(roadS);
  }

  /** Curvature of the centre line, left positive in driving direction. */
  public double curvatureAt(double s) {
    double curvature = center.curvatureAt(toRoadS(s));
    return along ? curvature : -curvature;
  }

  /** OpenDRIVE s of the road at station {@code s} of this lane. */
  public double toRoadS(double s) {
    return center.toRoadS(along ? s : center.lengthM() - s);
  }

  /** Station on this lane at OpenDRIVE s of its road. */
  public double fromRoadS(double roadS) {
    double arc = center.toArc(roadS);
    return along ? arc : center.lengthM() - arc;
  }

  /** Signals valid for this lane with the station of their stop line, ordered by station. */
  public List<SignalOnLane> signals() {
    return signals;
  }

  /** The foot of the point on the centre line; s is clamped to the segment. */
  public LanePosition locate(double x, double y) {
    return locate(x, y, center.nearestNodeS(x, y));
  }

  /** As {@link #locate(double, double)}, starting the search at a road station near the foot. */
  LanePosition locate(double x, double y, double roadS) {
    CenterLine.Nearest foot = center.nearest(x, y, roadS);
    return new LanePosition(this, fromRoadS(foot.s()), along ? foot.left() : -foot.left());
  }

  /** The yaw of {@link #centerAtRoadS}, without the rest of it. */
  public double courseAtRoadS(double roadS) {
    return Angles.wrap(yawAtRoadS(roadS));
  }

  double yawAtRoadS(double roadS) {
    double heading = center.headingAt(roadS);
    return along ? heading : heading + Math.PI;
  }

  /** Ground polygon of the lane in the map frame: left edge forwards, then right edge backwards. */
  public List<Vec3> outline(double stepM) {
    int steps = (int) Math.max(1.0, Math.ceil(lengthM() / stepM));
    List<Vec3> points = new ArrayList<>(2 * steps + 2);
    for (int i = 0; i <= steps; i++) {
      points.add(edgePoint(i * lengthM() / steps, 1.0));
    }
    for (int i = steps; i >= 0; i--) {
      points.add(edgePoint(i * lengthM() / steps, -1.0));
    }
    return points;
  }

  private Vec3 edgePoint(double s, double side) {
    double roadS = toRoadS(s);
    LaneSection section = road.sections().get(sectionIndex);
    double inner = section.innerT(number(), roadS);
    double outer = section.outerT(number(), roadS);
    boolean leftEdge = side > 0.0 == along;
    double t = leftEdge ? Math.max(inner, outer) : Math.min(inner, outer);
    return road.poseAt(sectionIndex, roadS, t).position();
  }

  @Override
  public String toString() {
    return "lane " + id;
  }
}
