package io.camber.drives.argoverse;

import io.camber.diagnostics.InputException;
import io.camber.drives.arrow.ArrowColumn;
import io.camber.drives.arrow.ArrowTable;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.log.DriveTopics;
import io.camber.drives.log.ReferenceCar;
import io.camber.drives.source.Pictures;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.SourceTree.Found;
import io.camber.geometry.Pose3;
import io.camber.importing.lanelet.LaneletRoads;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.MapFile;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.LidarCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One sensor log: everything in it in order of time. */
public final class ArgoverseReader implements DriveReader {
  /**
   * The source's car frame has its origin in the middle of the rear axle, ours on the ground below it: a wheel of the
   * collection's Ford Fusion has a radius of 0.33 m.
   */
  static final Pose3 BASE_FROM_EGO = new Pose3(0.0, 0.0, 0.33, 0.0, 0.0, 0.0);

  private static final String FRONT_CAMERA = "ring_front_center";
  private static final String LIDAR = "up_lidar";
  private static final double LENGTH_M = 4.87;
  private static final double WIDTH_M = 1.85;
  private static final double HEIGHT_M = 1.48;
  private static final double WHEELBASE_M = 2.85;
  private static final double REAR_OVERHANG_M = 1.06;
  private static final int BEAMS = 64;
  private static final int COLUMNS = 1800;
  private static final double RANGE_M = 200.0;
  private static final long SWEEP_NS = 100_000_000L;
  private static final double POSE_STD_M = 0.05;

  private final SourceTree tree;
  private final TimedPoses ego = new TimedPoses();
  private final Map<String, Pose3> egoFromSensor = new TreeMap<>();
  private final String name;

  private ArgoverseReader(SourceTree tree, String name, Path poses) throws IOException {
    this.tree = tree;
    this.name = name;
    readPoses(poses);
  }

  /** Whether the tree holds a log. */
  public static boolean knows(SourceTree tree) {
    return tree.has("city_SE3_egovehicle\\.feather");
  }

  /** One log; {@code part} names its folder when there are several. */
  public static ArgoverseReader open(SourceTree tree, Optional<String> part) throws IOException {
    SortedMap<String, Path> logs = new TreeMap<>();
    for (Found found : tree.find("city_SE3_egovehicle\\.feather")) {
      Path folder = found.folder().equals(".")
          ? tree.root().toAbsolutePath().normalize()
          : Path.of(found.folder());
      if (logs.putIfAbsent(String.valueOf(folder.getFileName()), found.file()) != null) {
        logs.put(found.folder(), found.file());
      }
    }
    Path poses = tree.choose("log", logs, part);
    String name = logs.entrySet().stream()
        .filter(log -> log.getValue().equals(poses))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
    SourceTree own = logs.size() == 1
        ? tree
        : Optional.ofNullable(poses.getParent()).map(tree::below).orElse(tree);
    return new ArgoverseReader(own, name, poses);
  }

  private void readPoses(Path file) throws IOException {
    ArrowTable table = ArrowTable.read(file);
    ArrowColumn time = table.column("timestamp_ns");
    Boxes.PoseColumns poses = Boxes.PoseColumns.of(table);
    for (int row = 0; row < table.rows(); row++) {
      try {
        ego.put(time.integer(row), poses.at(row).toPose());
      } catch (IllegalArgumentException e) {
        throw new InputException(file + ": row " + row + ": " + e.getMessage(), e);
      }
    }
    if (ego.isEmpty()) {
      throw new InputException(file + ": has no pose");
    }
  }

  @Override
  public String about() {
    return "Argoverse 2 sensor log " + name;
  }

  @Override
  public void read(DriveLog log) throws IOException {
    describe(log);
    List<Part> parts = new ArrayList<>();
    for (long timeNs : ego.times()) {
      parts.add(new Part(timeNs, () -> writePose(log, timeNs)));
    }
    addBoxes(log, parts);
    addSweeps(log, parts);
    addImages(log, parts);
    parts.sort((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).step().write();
      log.progress((i + 1.0) / parts.size());
    }
  }

  /** Something to write at a time. */
  private record Part(long timeNs, Step step) {}

  /** Reads one piece of the source and writes it. */
  @FunctionalInterface
  private interface Step {
    void write() throws IOException;
  }

  private void describe(DriveLog log) throws IOException {
    long startNs = ego.times().get(0);
    VehicleDescription car = VehicleDescription.midSizeCar();
    log.write(
        Topics.VEHICLE_DESCRIPTION,
        new VehicleDescription(
            "Argoverse 2 car",
            LENGTH_M,
            WIDTH_M,
            HEIGHT_M,
            WHEELBASE_M,
            REAR_OVERHANG_M,
            car.massKg(),
            car.steeringAngleMax(),
            car.steeringRateRadpsMax(),
            car.steeringDeadTimeS(),
            car.steeringLagS(),
            car.accelMps2Max(),
            car.decelMps2Max(),
            car.driveLagS(),
            car.brakeLagS()),
        startNs);
    Optional<Path> archive = tree.findFirst("log_map_archive_[^/]+\\.json");
    if (archive.isPresent()) {
      writeMap(log, archive.get(), startNs);
    }
    Optional<Path> mounts = tree.findFirst("calibration/egovehicle_SE3_sensor\\.feather");
    if (mounts.isPresent()) {
      ArrowTable table = ArrowTable.read(mounts.get());
      Boxes.PoseColumns poses = Boxes.PoseColumns.of(table);
      for (int row = 0; row < table.rows(); row++) {
        egoFromSensor.put(table.column("sensor_name").text(row), poses.at(row).toPose());
      }
    }
    skip(log, "ground height grid", "[^/]*_ground_height_surface[^/]*\\.npy");
    skip(log, "scene flow labels", "flow_labels\\.feather");
    log.notes().remark("poses are those of the source's own localization");
  }

  private void skip(DriveLog log, String what, String pattern) {
    int count = tree.find(pattern).size();
    if (count > 0) {
      log.notes().skip(what, count);
    }
  }

  private void writeMap(DriveLog log, Path archive, long startNs) throws IOException {
    MapArchive map = MapArchive.read(archive);
    LaneletRoads roads = LaneletRoads.of(map.lanes());
    String text = roads.openDrive(name);
    log.write(
        Topics.MAP, new MapFile(name + ".xodr", text.getBytes(StandardCharsets.UTF_8)), startNs);
    log.attach(
        String.valueOf(archive.getFileName()), "application/json", Files.readAllBytes(archive));
    map.leftOut().forEach((what, count) -> log.notes().skip("map " + what, count));
    log.notes()
        .remark("map: " + map.lanes().size() + " lane segments on " + roads.roads()
            + " roads, level across, without speed limits");
  }

  private void writePose(DriveLog log, long timeNs) throws IOException {
    log.write(
        Topics.EGO_POSE,
        new EgoPose(
            timeNs,
            mapFromBase(timeNs),
            ego.twistAt(timeNs),
            0.0,
            POSE_STD_M,
            POSE_STD_M,
            0.002,
            0.0,
            1.0,
            PoseStatus.TRACKING),
        timeNs);
  }

  private Pose3 mapFromBase(long timeNs) {
    return ego.at(timeNs).times(BASE_FROM_EGO.inverse());
  }

  private void addBoxes(DriveLog log, List<Part> parts) throws IOException {
    Optional<Path> file = tree.findFirst("annotations(?:_with_ego)?\\.feather");
    if (file.isEmpty()) {
      return;
    }
    Boxes boxes;
    try {
      boxes = Boxes.of(ArrowTable.read(file.get()), ego);
    } catch (IllegalArgumentException e) {
      throw new InputException(file.get() + ": " + e.getMessage(), e);
    }
    for (long timeNs : boxes.times()) {
      parts.add(new Part(timeNs, () -> {
        List<ActorTruth> actors = new ArrayList<>();
        actors.add(ReferenceCar.of(
            mapFromBase(timeNs),
            LENGTH_M,
            WIDTH_M,
            HEIGHT_M,
            REAR_OVERHANG_M,
            ego.twistAt(timeNs).forwardMps()));
        actors.addAll(boxes.at(timeNs));
        log.write(
            Topics.TRUTH_FRAME,
            new TruthFrame(timeNs, ReferenceCar.NAME, false, actors, List.of()),
            timeNs);
      }));
    }
  }

  private void addSweeps(DriveLog log, List<Part> parts) throws IOException {
    List<Found> found = tree.find("sensors/lidar/(\\d{1,18})\\.feather");
    if (found.isEmpty()) {
      return;
    }
    Pose3 egoFromLidar = egoFromSensor.getOrDefault(LIDAR, new Pose3(1.35, 0, 1.64, 0, 0, 0));
    if (!egoFromSensor.containsKey(LIDAR)) {
      log.notes().remark("no calibration of " + LIDAR + ": that of another car of the collection");
    }
    log.write(
        Topics.LIDAR_CALIBRATION,
        new LidarCalibration(
            LIDAR, BASE_FROM_EGO.times(egoFromLidar), BEAMS, COLUMNS, RANGE_M, SWEEP_NS),
        ego.times().get(0));
    for (Found one : found) {
      long startNs = Long.parseLong(one.group(1));
      parts.add(new Part(startNs + SWEEP_NS, () -> {
        var sweep = Sweeps.read(ArrowTable.read(one.file()), LIDAR, startNs, ego, egoFromLidar);
        log.write(Topics.LIDAR_SWEEP, sweep, sweep.timeNs());
      }));
    }
  }

  private void addImages(DriveLog log, List<Part> parts) throws IOException {
    Optional<Path> file = tree.findFirst("calibration/intrinsics\\.feather");
    Map<String, CameraCalibration> cameras =
        file.isPresent() ? cameras(ArrowTable.read(file.get())) : Map.of();
    long startNs = ego.times().get(0);
    for (CameraCalibration camera : cameras.values()) {
      log.write(DriveTopics.cameraCalibration(camera.sensorId()), camera, startNs);
    }
    for (Found one : tree.find("sensors/cameras/([a-z_]+)/(\\d{1,18})\\.jpg")) {
      String id = id(one.group(1));
      long timeNs = Long.parseLong(one.group(2));
      parts.add(new Part(
          timeNs,
          () -> log.write(
              DriveTopics.image(id),
              Pictures.read(one.file().toString(), Files.readAllBytes(one.file()), id, timeNs),
              timeNs)));
    }
  }

  private static String id(String camera) {
    return camera.equals(FRONT_CAMERA) ? "front" : camera;
  }

  private Map<String, CameraCalibration> cameras(ArrowTable table) {
    Map<String, CameraCalibration> cameras = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      String sensor = table.column("sensor_name").text(row);
      Pose3 mount = egoFromSensor.get(sensor);
      if (mount != null) {
        Pose3 baseFromCamera =
            Rigid.of(BASE_FROM_EGO.times(mount)).times(Rigid.OPTICAL_FROM_BODY).toPose();
        cameras.put(
            sensor,
            new CameraCalibration(
                id(sensor),
                baseFromCamera,
                (int) table.column("width_px").integer(row),
                (int) table.column("height_px").integer(row),
                table.column("fx_px").number(row),
                table.column("fy_px").number(row),
                table.column("cx_px").number(row),
                table.column("cy_px").number(row),
                table.column("k1").number(row),
                table.column("k2").number(row)));
      }
    }
    return cameras;
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
