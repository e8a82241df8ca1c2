package io.camber.map;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec3;
import io.camber.map.opendrive.OpenDriveReader;
import io.camber.map.road.Extent;
import io.camber.map.road.Junction;
import io.camber.map.road.LaneSection;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.Markings;
import io.camber.map.road.Road;
import io.camber.map.road.RoadNetwork;
import io.camber.map.road.Signal;
import io.camber.map.road.SignalController;
import io.camber.map.road.UserData;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A road network with its lane graph and spatial index. Immutable and thread safe. Metres in the map frame (the file's
 * inertial frame), yaw counter-clockwise. Iteration orders are those of the file.
 */
public final class RoadMap {
  private final RoadNetwork network;
  private final Map<String, Road> roadsById = new LinkedHashMap<>();
  private final Map<String, LaneSegment> lanesById = new LinkedHashMap<>();
  private final List<LaneSegment> lanes;
  private final Map<String, Signal> signals = new LinkedHashMap<>();
  private final List<MapObject> objects;
  private final List<Crosswalk> crosswalks;
  private final LaneIndex index;

  private RoadMap(RoadNetwork network) {
    this.network = network;
    network.roads().forEach(road -> roadsById.put(road.id(), road));
    LaneGraph graph = new LaneGraph(network);
    StopTargets targets = new StopTargets(network, graph);
    for (LaneKey key : graph.keys().values()) {
      LaneLinks links = graph.linksOf(key);
      lanesById.put(key.id(), new LaneSegment(key, lanesById.size(), links, targets.on(key)));
    }
    this.lanes = List.copyOf(lanesById.values());
    targets.signals().forEach(signal -> signals.put(signal.id(), signal));
    this.objects =
        network.roads().stream().flatMap(road -> road.objects().stream()).toList();
    this.crosswalks = Crosswalks.of(objects);
    this.index = new LaneIndex(network.roads(), lanesById);
  }

  /** Reads OpenDRIVE; throws {@link io.camber.diagnostics.InputException} with file and line on bad input. */
  public static RoadMap parse(String fileName, ByteBuffer xml) {
    return of(OpenDriveReader.read(fileName, xml));
  }

  /** A map without roads: a plane. */
  public static RoadMap empty() {
    Pose2 origin = new Pose2(0.0, 0.0, 0.0);
    return of(new RoadNetwork(
        "", Optional.empty(), origin, List.of(), List.of(), List.of(), List.of(), List.of()));
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

  /** What other tools left in the file. */
  public List<UserData> userData() {
    return network.userData();
  }

  /** Where the origin of the file's own coordinates lies in the map frame; zero unless the file has an offset. */
  public Pose2 mapFromFile() {
    return network.mapFromFile();
  }

  public List<Road> roads() {
    return network.roads();
  }

  public Optional<Road> findRoad(String id) {
    return Optional.ofNullable(roadsById.get(id));
  }

  public List<Junction> junctions() {
    return network.junctions();
  }

  /** Every lane of every section, of any type, except the centre lanes. */
  public List<LaneSegment> lanes() {
    return lanes;
  }

  public Optional<LaneSegment> findLane(String laneId) {
    return Optional.ofNullable(lanesById.get(laneId));
  }

  /** The lane; throws {@link IllegalArgumentException} if there is none. */
  public LaneSegment lane(String laneId) {
    return findLane(laneId).orElseThrow(() -> new IllegalArgumentException("no lane " + laneId));
  }

  /** The lane of a road at OpenDRIVE s; empty where the road has no such lane. */
  public Optional<LaneSegment> findLane(String roadId, int laneNumber, double roadS) {
    return findRoad(roadId)
        .flatMap(road -> findLane(LaneKey.id(roadId, road.sectionIndexAt(roadS), laneNumber)));
  }

  /** The drivable lane that contains the point, or the nearest one within 3 m of its edge. */
  public Optional<LanePosition> project(double x, double y) {
    return index.project(x, y);
  }

  /** As {@link #project(double, double)}, but prefers lanes whose direction agrees with the yaw. */
  public Optional<LanePosition> project(Pose2 pose) {
    return index.project(pose);
  }

  /** As {@link #project(double, double)}, but where roads cross at two levels takes the one nearest in elevation. */
  public Optional<LanePosition> project(Vec3 point) {
    return index.project(point);
  }

  /** Every lane of any type no further than {@code radius} outside its edges, nearest edge first, then smallest |d|. */
  public List<LanePosition> projectAll(double x, double y, double radius) {
    return index.projectAll(x, y, radius);
  }

  /** Road coordinates of a point: the road whose lanes contain it, or the nearest one within 50 m. */
  public Optional<RoadPosition> toRoad(double x, double y) {
    return index.toRoad(x, y);
  }

  private Road road(String id) {
    Optional<Road> road = findRoad(id);
    if (road.isEmpty()) {
      throw new IllegalArgumentException("no road " + id);
    }
    return road.get();
  }

  /** Pose on the road surface; yaw along increasing s. Throws {@link IllegalArgumentException} for an unknown road. */
  public Pose3 fromRoad(String roadId, double s, double t) {
    return road(roadId).poseAt(s, t);
  }

  /**
   * Pose of an OpenDRIVE lane position: {@code offset} from the lane's centre along t (left of the road positive), yaw along
   * increasing s of the road. Throws {@link IllegalArgumentException} for an unknown road or lane.
   */
  public Pose3 fromLane(String roadId, int laneNumber, double s, double offset) {
    Road road = road(roadId);
    LaneSection section = road.sectionAt(s);
    if (section.findLane(laneNumber).isEmpty()) {
      throw new IllegalArgumentException(
          "road " + roadId + " has no lane " + laneNumber + " at s=" + s);
    }
    double t = laneNumber == 0 ? section.outerT(0, s) : section.centerT(laneNumber, s);
    return road.poseAt(s, t + offset);
  }

  public List<Signal> signals() {
    return List.copyOf(signals.values());
  }

  public Optional<Signal> findSignal(String id) {
    return Optional.ofNullable(signals.get(id));
  }

  public List<SignalController> controllers() {
    return network.controllers();
  }

  /** Where a car on this lane has to stop, or be ready to, ordered by station; empty for unknown lanes. */
  public List<SignalOnLane> stopTargetsOn(String laneId) {
    return findLane(laneId).map(LaneSegment::signals).orElse(List.of());
  }

  public List<MapObject> objects() {
    return objects;
  }

  public List<Crosswalk> crosswalks() {
    return crosswalks;
  }

  /** All painted stripes as polylines whose chords are about {@code stepM} long. */
  public List<Marking> markings(double stepM) {
    return network.roads().stream()
        .flatMap(road -> Markings.of(road, stepM).stream())
        .toList();
  }

  /** True when a drivable lane contains the point or ends no further than {@code tolerance} from it. */
  public boolean onDrivable(double x, double y, double tolerance) {
    return index.onDrivable(x, y, tolerance);
  }

  /** Elevation of the road surface; of the nearest road off the road, 0 on an empty map. */
  public double elevation(double x, double y) {
    return index.toRoad(x, y).map(RoadPosition::z).orElse(0.0);
  }

  /** Rectangle around all lanes. */
  public Extent extent() {
    return index.extent();
  }
}
