package io.camber.map;

import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.road.LaneType;
import java.util.List;
import java.util.Optional;

/**
 * A lane of one lane section: a node of the lane graph. Stations {@code s} are arc length along the lane's centre line in
 * driving direction, from 0 to {@link #lengthM()}; values outside are clamped. Left and right are the driver's.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class LaneSegment {
  private final String id;

  LaneSegment(String id) {
    this.id = id;
  }

  /** "road:sectionIndex:laneNumber", such as "12:0:-1". */
  public String id() {
    return id;
  }

  /** Position in {@link RoadMap#lanes()}. */
  public int index() {
    throw new UnsupportedOperationException(id);
  }

  public String roadId() {
    throw new UnsupportedOperationException(id);
  }

  public int sectionIndex() {
    throw new UnsupportedOperationException(id);
  }

  /** OpenDRIVE lane number: negative right of the reference line. */
  public int number() {
    throw new UnsupportedOperationException(id);
  }

  public LaneType type() {
    throw new UnsupportedOperationException(id);
  }

  public boolean isDrivable() {
    return type().isDrivable();
  }

  public double lengthM() {
    throw new UnsupportedOperationException(id);
  }

  /** True when driving follows increasing s of the road. */
  public boolean isAlongRoad() {
    throw new UnsupportedOperationException(id);
  }

  /** Lanes that continue this one, in driving direction. */
  public List<String> successors() {
    throw new UnsupportedOperationException(id);
  }

  public List<String> predecessors() {
    throw new UnsupportedOperationException(id);
  }

  /** The drivable lane to the driver's left that runs the same way. */
  public Optional<String> leftNeighbour() {
    throw new UnsupportedOperationException(id);
  }

  /** The drivable lane to the driver's right that runs the same way. */
  public Optional<String> rightNeighbour() {
    throw new UnsupportedOperationException(id);
  }

  /** Whether the road mark on the left permits a lane change at {@code s}; false when there is no neighbour. */
  public boolean mayChangeLeft(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** Whether the road mark on the right permits a lane change at {@code s}; false when there is no neighbour. */
  public boolean mayChangeRight(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  public boolean inJunction() {
    return junctionId().isPresent();
  }

  public Optional<String> junctionId() {
    throw new UnsupportedOperationException(id);
  }

  /** Speed limit at the start of the segment; positive infinity when the map is silent. */
  public double speedLimitMps() {
    return speedLimitMpsAt(0.0);
  }

  public double speedLimitMpsAt(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** Pose on the centre line; yaw is the driving direction. */
  public Pose3 centerAt(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** Point at offset {@code d} (left positive) from the centre line, on the road surface. */
  public Vec3 pointAt(double s, double d) {
    throw new UnsupportedOperationException(id + s + d);
  }

  public double widthAt(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** Curvature of the centre line, left positive in driving direction. */
  public double curvatureAt(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** OpenDRIVE s of the road at station {@code s} of this lane. */
  public double toRoadS(double s) {
    throw new UnsupportedOperationException(id + s);
  }

  /** Station on this lane at OpenDRIVE s of its road. */
  public double fromRoadS(double roadS) {
    throw new UnsupportedOperationException(id + roadS);
  }

  /** Signals valid for this lane with the station of their stop line, ordered by station. */
  public List<SignalOnLane> signals() {
    throw new UnsupportedOperationException(id);
  }

  /** The foot of the point on the centre line; s is clamped to the segment. */
  public LanePosition locate(double x, double y) {
    throw new UnsupportedOperationException(id + x + y);
  }

  /** Ground polygon of the lane in the map frame: left edge forwards, then right edge backwards. */
  public List<Vec3> outline(double stepM) {
    throw new UnsupportedOperationException(id + stepM);
  }

  @Override
  public String toString() {
    return "lane " + id;
  }
}
