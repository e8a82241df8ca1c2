package io.camber.map;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.opendrive.OpenDriveReader;
import io.camber.map.road.Extent;
import io.camber.map.road.Junction;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.Road;
import io.camber.map.road.RoadNetwork;
import io.camber.map.road.Signal;
import io.camber.map.road.SignalController;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A road network with its lane graph and spatial index. Immutable and thread safe. Metres in the map frame (the file's
 * inertial frame), yaw counter-clockwise. Iteration orders are those of the file.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class RoadMap {
  private final RoadNetwork network;

  private RoadMap(RoadNetwork network) {
    this.network = network;
  }

  /** Reads OpenDRIVE; throws {@link io.camber.diagnostics.InputException} with file and line on bad input. */
  public static RoadMap parse(String fileName, ByteBuffer xml) {
    return of(OpenDriveReader.read(fileName, xml));
  }

  public static RoadMap of(RoadNetwork network) {
    return new RoadMap(network);
  }

  public String name() {
    return network.name();
  }

  /** Oddities of the file that did not stop the reader, each with file and line. */
  public List<String> warnings() {
    return network.warnings();
  }

  public Optional<String> geoReference() {
    return network.geoReference();
  }

  public List<Road> roads() {
    return network.roads();
  }

  public Optional<Road> findRoad(String id) {
    throw new UnsupportedOperationException(id);
  }

  public List<Junction> junctions() {
    return network.junctions();
  }

  /** Every lane of every section, of any type, except the centre lanes. */
  public List<LaneSegment> lanes() {
    throw new UnsupportedOperationException();
  }

  public Optional<LaneSegment> findLane(String laneId) {
    throw new UnsupportedOperationException(laneId);
  }

  /** The lane; throws {@link IllegalArgumentException} if there is none. */
  public LaneSegment lane(String laneId) {
    return findLane(laneId).orElseThrow(() -> new IllegalArgumentException("no lane " + laneId));
  }

  /** The lane of a road at OpenDRIVE s; empty where the road has no such lane. */
  public Optional<LaneSegment> findLane(String roadId, int laneNumber, double roadS) {
    throw new UnsupportedOperationException(roadId + laneNumber + roadS);
  }

  /** The drivable lane that contains the point, or the nearest one within 3 m of its edge. */
  public Optional<LanePosition> project(double x, double y) {
    throw new UnsupportedOperationException(" " + x + y);
  }

  /** As {@link #project(double, double)}, but prefers lanes whose direction agrees with the yaw. */
  public Optional<LanePosition> project(Pose2 pose) {
    throw new UnsupportedOperationException(" " + pose);
  }

  /** As {@link #project(double, double)}, but where roads cross at two levels takes the one nearest in elevation. */
  public Optional<LanePosition> project(Vec3 point) {
    throw new UnsupportedOperationException(" " + point);
  }

  /** Every lane of any type no further than {@code radius} outside its edges, nearest edge first, then smallest |d|. */
  public List<LanePosition> projectAll(double x, double y, double radius) {
    throw new UnsupportedOperationException(" " + x + y + radius);
  }

  /** Road coordinates of a point: the road whose lanes contain it, or the nearest one within 50 m. */
  public Optional<RoadPosition> toRoad(double x, double y) {
    throw new UnsupportedOperationException(" " + x + y);
  }

  /** Pose on the road surface; yaw along increasing s. Throws {@link IllegalArgumentException} for an unknown road. */
  public Pose3 fromRoad(String roadId, double s, double t) {
    throw new UnsupportedOperationException(roadId + s + t);
  }

  /**
   * Pose of an OpenDRIVE lane position: {@code offset} from the lane's centre along t (left of the road positive), yaw along
   * increasing s of the road. Throws {@link IllegalArgumentException} for an unknown road or lane.
   */
  public Pose3 fromLane(String roadId, int laneNumber, double s, double offset) {
    throw new UnsupportedOperationException(roadId + laneNumber + s + offset);
  }

  public List<Signal> signals() {
    throw new UnsupportedOperationException();
  }

  public Optional<Signal> findSignal(String id) {
    throw new UnsupportedOperationException(id);
  }

  public List<SignalController> controllers() {
    return network.controllers();
  }

  /** Where a car on this lane has to stop, or be ready to, ordered by station; empty for unknown lanes. */
  public List<SignalOnLane> stopTargetsOn(String laneId) {
    return findLane(laneId).map(LaneSegment::signals).orElse(List.of());
  }

  public List<MapObject> objects() {
    throw new UnsupportedOperationException();
  }

  public List<Crosswalk> crosswalks() {
    throw new UnsupportedOperationException();
  }

  /** All painted stripes as polylines whose chords are about {@code stepM} long. */
  public List<Marking> markings(double stepM) {
    throw new UnsupportedOperationException(" " + stepM);
  }

  /** True when a drivable lane contains the point or ends no further than {@code tolerance} from it. */
  public boolean onDrivable(double x, double y, double tolerance) {
    throw new UnsupportedOperationException(" " + x + y + tolerance);
  }

  /** Elevation of the road surface; of the nearest road off the road, 0 on an empty map. */
  public double elevation(double x, double y) {
    throw new UnsupportedOperationException(" " + x + y);
  }

  /** Rectangle around all lanes. */
  public Extent extent() {
    throw new UnsupportedOperationException();
  }
}
