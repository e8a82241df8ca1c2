package io.camber.drives.kitti;

import io.camber.drives.frame.LocalMap;
import io.camber.drives.frame.Rigid;
import io.camber.drives.frame.TimedPoses;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.log.DriveTopics;
import io.camber.drives.log.ReferenceCar;
import io.camber.drives.source.Pictures;
import io.camber.drives.source.SourceTree;
import io.camber.drives.source.TextTable;
import io.camber.drives.source.TextTable.Row;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A KITTI drive, frame by frame: inertial and satellite samples, images, the sweep, and the truth that the labels and the
 * reference poses tell.
 */
public final class KittiReader implements DriveReader {
  private static final String LIDAR = "velodyne";

  /** The collection's car, a VW Passat; what its drawing does not say is that of any mid-size car. */
  private static final double LENGTH_M = 4.77;

  private static final double WIDTH_M = 1.82;
  private static final double HEIGHT_M = 1.52;
  private static final double WHEELBASE_M = 2.71;
  private static final double REAR_OVERHANG_M = 1.1;

  /** The left colour camera, in whose images the collection's labels were made; its size where no image tells it. */
  private static final int FRONT_NUMBER = 2;

  private static final String FRONT = "front";
  private static final int IMAGE_WIDTH = 1242;
  private static final int IMAGE_HEIGHT = 375;
  private static final int BEAMS = 64;
  private static final int COLUMNS = 2083;
  private static final double POSE_STD_M = 0.1;
  private static final double RANGE_M = 120.0;

  private final SourceTree tree;
  private final KittiFiles files;
  private final KittiCalibration calibration;
  private final List<Oxts> oxts = new ArrayList<>();
  private final Map<Integer, Pose3> poses = new TreeMap<>();
  private Optional<LocalMap> map = Optional.empty();

  private KittiReader(SourceTree tree, KittiFiles files) throws IOException {
    this.tree = tree;
    this.files = files;
    this.calibration = KittiCalibration.read(tree, files.sequence());
    for (Row row : files.oxts()) {
      oxts.add(Oxts.of(row));
    }
  }

  /** Whether the tree holds a raw drive. */
  public static boolean knowsRaw(SourceTree tree) {
    return KittiFiles.isRaw(tree);
  }

  /** Whether the tree holds sequences of the tracking collection. */
  public static boolean knowsTracking(SourceTree tree) {
    return KittiFiles.isTracking(tree);
  }

  public static KittiReader raw(SourceTree tree) throws IOException {
    return new KittiReader(tree, KittiFiles.raw(tree));
  }

  /** One sequence; {@code part} names it when there are several. */
  public static KittiReader tracking(SourceTree tree, Optional<String> part) throws IOException {
    return new KittiReader(tree, KittiFiles.tracking(tree, part));
  }

  @Override
  public String about() {
    return files.name() + ", " + files.frames() + " frames";
  }

  @Override
  public void read(DriveLog log) throws IOException {
    int frames = files.frames();
    KittiTimes sweepTimes = times(log, "velodyne_points");
    Optional<KittiTimes> ownOxts = KittiTimes.find(tree, "oxts");
    KittiTimes oxtsTimes = ownOxts.orElse(sweepTimes);
    placeEgo(log);
    describe(log, sweepTimes);
    Optional<Labels> labels = labels(log, sweepTimes);
    log.notes()
        .remark("ring and time of a lidar point follow from its place in the file and its azimuth");
    if (!files.sweeps().isEmpty()) {
      log.notes().remark("points of the car's own roof beside the lidar are left out");
    }
    TimedPoses track = new TimedPoses();
    poses.forEach((frame, pose) -> track.put(sweepTimes.at(frame), pose));
    for (int frame = 0; frame < frames; frame++) {
      long oxtsNs = oxtsTimes.at(frame);
      if (frame < oxts.size()) {
        writeMotion(log, frame, oxtsNs);
      } else if (oxts.isEmpty() && poses.containsKey(frame)) {
        writePose(log, track, sweepTimes.at(frame));
      }
      writeTruth(log, frame, sweepTimes, labels);
      writeImages(log, frame, sweepTimes);
      Path sweep = files.sweeps().get(frame);
      if (sweep != null) {
        long middleNs = sweepTimes.at(frame);
        long halfNs = sweepTimes.periodNs() / 2;
        log.write(
            Topics.LIDAR_SWEEP,
            VelodyneFile.read(sweep, LIDAR, middleNs - halfNs, middleNs + halfNs),
            middleNs + halfNs);
      }
      log.progress((frame + 1.0) / frames);
    }
  }

  private Optional<Labels> labels(DriveLog log, KittiTimes times) throws IOException {
    Optional<Path> tracklets = tree.findFirst("tracklet_labels\\.xml");
    if (files.labels().isPresent()) {
      Path file = files.labels().get();
      TrackingLabels read = TrackingLabels.read(file, calibration, log.notes());
      read.note(log, times::at);
      return Optional.of(Labels.of(file, read.labels()));
    }
    return tracklets.map(file -> Labels.of(file, Tracklets.read(file)));
  }

  private KittiTimes times(DriveLog log, String folder) throws IOException {
    Optional<KittiTimes> own = KittiTimes.find(tree, folder);
    if (own.isPresent()) {
      return own.get();
    }
    long periodNs = SteadyPeriod.of(oxts, KittiTimes.NOMINAL_PERIOD_NS);
    log.notes()
        .remark(String.format(
            Locale.ROOT,
            "no timestamps: frames are %.1f ms apart%s and begin at 1 s",
            periodNs * 1e-6,
            oxts.isEmpty() ? " (nominal)" : " (distance over speed of the oxts samples)"));
    return KittiTimes.steady(periodNs);
  }

  /** Poses of the car in the map: those of the lidar where a file has them, else those of the satellite unit. */
  private void placeEgo(DriveLog log) throws IOException {
    Pose3 start = Pose3.IDENTITY;
    Rigid baseFromImu = calibration.baseFromImu();
    if (!oxts.isEmpty()) {
      map = Optional.of(new LocalMap(oxts.get(0).place(), oxts.get(0).altitudeM()));
      start = oxts.get(0).mapFromBase(map.get(), baseFromImu);
    }
    Pose3 base = KittiCalibration.BASE_FROM_LIDAR;
    if (files.poses().isPresent()) {
      List<Row> rows = TextTable.read(files.poses().get()).rows();
      for (int i = 0; i < rows.size(); i++) {
        poses.put(i, start.times(base).times(pose(rows.get(i))).times(base.inverse()));
      }
      log.notes().remark("ego truth: " + files.poses().get().getFileName());
    } else if (map.isPresent()) {
      for (int i = 0; i < oxts.size(); i++) {
        poses.put(i, oxts.get(i).mapFromBase(map.get(), baseFromImu));
      }
      log.notes().remark("ego truth: oxts, which localization also hears as satellite fixes");
    } else {
      log.notes().remark("no poses: truth is in the frame of the car, not of a map");
    }
  }

  private static Pose3 pose(Row row) {
    try {
      return Rigid.of(row.numbers(0, 12)).toPose();
    } catch (IllegalArgumentException e) {
      throw row.error("is no pose: " + e.getMessage());
    }
  }

  private Pose3 egoAt(int frame) {
    return poses.getOrDefault(frame, Pose3.IDENTITY);
  }

  private void describe(DriveLog log, KittiTimes times) throws IOException {
    long startNs = times.at(0) - times.periodNs() / 2;
    VehicleDescription car = VehicleDescription.midSizeCar();
    log.write(
        Topics.VEHICLE_DESCRIPTION,
        new VehicleDescription(
            "KITTI car",
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
    if (!files.sweeps().isEmpty()) {
      log.write(
          Topics.LIDAR_CALIBRATION,
          new LidarCalibration(
              LIDAR, KittiCalibration.BASE_FROM_LIDAR, BEAMS, COLUMNS, RANGE_M, times.periodNs()),
          startNs);
    }
    if (!calibration.isFound()) {
      log.notes()
          .remark("no calibration: where the sensors sit is that of the collection's drawing");
    }
    if (files.images().isEmpty()) {
      var front = calibration.camera(FRONT_NUMBER, FRONT, IMAGE_WIDTH, IMAGE_HEIGHT);
      if (front.isPresent()) {
        log.write(Topics.CAMERA_CALIBRATION, front.get(), startNs);
      }
    }
    if (map.isPresent()) {
      log.note("camber.map.frame", Map.of("geoReference", map.get().geoReference()));
    }
  }

  private void writeMotion(DriveLog log, int frame, long timeNs) throws IOException {
    Oxts packet = oxts.get(frame);
    Rigid baseFromImu = calibration.baseFromImu();
    Pose3 pose = packet.mapFromBase(map.orElseThrow(), baseFromImu);
    log.write(Topics.IMU, packet.imu(timeNs, baseFromImu), timeNs);
    log.write(Topics.GNSS, packet.fix(timeNs, pose), timeNs);
  }

  /** Where nobody could localize, the reference poses stand in, so that perception has somewhere to be. */
  private static void writePose(DriveLog log, TimedPoses track, long timeNs) throws IOException {
    log.notes().remark("poses are the reference poses: there is nothing to localize with");
    log.write(
        Topics.EGO_POSE,
        new EgoPose(
            timeNs,
            track.at(timeNs),
            track.twistAt(timeNs),
            0.0,
            POSE_STD_M,
            POSE_STD_M,
            Oxts.YAW_STD,
            0.0,
            1.0,
            PoseStatus.TRACKING),
        timeNs);
  }

  private void writeTruth(DriveLog log, int frame, KittiTimes times, Optional<Labels> labels)
      throws IOException {
    boolean isPlaced = poses.containsKey(frame);
    if (!isPlaced && labels.isEmpty()) {
      return;
    }
    List<ActorTruth> actors = new ArrayList<>();
    if (isPlaced) {
      double speed = frame < oxts.size()
          ? oxts.get(frame).forwardMps()
          : ReferenceCar.speedMps(
              egoAt(Math.max(0, frame - 1)), egoAt(frame), times.periodNs() * 1e-9);
      actors.add(
          ReferenceCar.of(egoAt(frame), LENGTH_M, WIDTH_M, HEIGHT_M, REAR_OVERHANG_M, speed));
    }
    if (labels.isPresent()) {
      actors.addAll(labels.get().truth(frame, new Labels.EgoAt() {
        @Override
        public Pose3 pose(int other) {
          return egoAt(other);
        }

        @Override
        public long timeNs(int other) {
          return times.at(other);
        }
      }));
    }
    long timeNs = times.at(frame);
    log.write(
        Topics.TRUTH_FRAME,
        new TruthFrame(timeNs, isPlaced ? ReferenceCar.NAME : "", false, actors, List.of()),
        timeNs);
  }

  private void writeImages(DriveLog log, int frame, KittiTimes fallback) throws IOException {
    for (Map.Entry<Integer, Map<Integer, Path>> camera : files.images().entrySet()) {
      Path file = camera.getValue().get(frame);
      if (file == null) {
        continue;
      }
      int number = camera.getKey();
      KittiTimes times = KittiTimes.find(tree, "image_0" + number).orElse(fallback);
      long timeNs = times.at(frame);
      String id = number == FRONT_NUMBER ? FRONT : "image_0" + number;
      CameraImage image = Pictures.read(file.toString(), Files.readAllBytes(file), id, timeNs);
      if (log.isNew(DriveTopics.cameraCalibration(id))) {
        var seen = calibration.camera(number, id, image.width(), image.height());
        if (seen.isPresent()) {
          log.write(DriveTopics.cameraCalibration(id), seen.get(), timeNs);
        } else {
          log.notes().remark("no calibration of camera " + id);
        }
      }
      log.write(DriveTopics.image(id), image, timeNs);
    }
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
