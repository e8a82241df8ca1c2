package io.camber.drives.comma;

import io.camber.drives.frame.LocalMap;
import io.camber.drives.log.DriveLog;
import io.camber.drives.log.DriveReader;
import io.camber.drives.log.ImportNotes;
import io.camber.drives.log.ReferenceCar;
import io.camber.drives.source.Pictures;
import io.camber.drives.source.SourceTree;
import io.camber.geometry.Pose3;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A segment of comma2k19: inertial samples, wheel speeds, fixes, what the radar follows, and the truth of the poses that were
 * published with it. Times are the device's, since it started.
 */
public final class CommaReader implements DriveReader {
  private static final String CAMERA = "front";

  /** Of the collection's camera; its lens is taken as without distortion. */
  private static final int IMAGE_WIDTH = 1164;

  private static final int IMAGE_HEIGHT = 874;
  private static final double FOCAL_PX = 910.0;

  private static final double POSE_STD_M = 0.1;
  private static final double YAW_STD = 0.003;

  /** Kinds that have no place in a log of ours, and why. */
  private static final Map<String, String> UNREAD = Map.of(
      "CAN/raw_can", "frames of the bus as they were",
      "CAN/steering_angle", "of the steering wheel, whose ratio to the wheels is not in the source",
      "GNSS/raw_gnss_ublox", "ranges to satellites",
      "GNSS/raw_gnss_qcom", "ranges to satellites",
      "IMU/magnetometer", "no message for it",
      "IMU/magnetometer_uncalibrated", "no message for it");

  private final SourceTree tree;
  private final Segment segment;
  private final RecordingCar car;

  private CommaReader(SourceTree tree, Segment segment) {
    this.tree = tree;
    this.segment = segment;
    this.car = segment.car().orElse(RecordingCar.OTHER);
  }

  /** Whether the tree holds segments. */
  public static boolean knows(SourceTree tree) {
    return Segment.isIn(tree);
  }

  /** One segment; {@code part} names it when there are several. */
  public static CommaReader open(SourceTree tree, Optional<String> part) {
    return new CommaReader(tree, Segment.choose(tree, part));
  }

  @Override
  public String about() {
    return "comma2k19 " + segment.name();
  }

  @Override
  public void read(DriveLog log) throws IOException {
    ImportNotes notes = log.notes();
    Optional<ReferencePoses> poses = ReferencePoses.find(segment);
    Pose3 mounting = poses.map(ReferencePoses::baseFromDevice).orElseGet(Mounting::level);
    Optional<Series> fixes = Fixes.find(segment, notes);
    Optional<LocalMap> map = poses.map(ReferencePoses::map).or(() -> fixes.map(Fixes::mapAround));
    Optional<Stream> inertial = Inertial.find(segment, mounting, notes);
    List<Stream> streams = new ArrayList<>();
    poses.ifPresent(found -> streams.add(truth(found)));
    inertial.ifPresent(streams::add);
    CarBus.wheels(segment, notes).ifPresent(streams::add);
    fixes.ifPresent(found -> streams.add(Fixes.stream(found, map.orElseThrow(), notes)));
    CarBus.radar(segment, notes).ifPresent(streams::add);
    if (poses.isPresent() && (inertial.isEmpty() || fixes.isEmpty())) {
      notes.remark("poses are the reference poses: there is nothing to localize with");
      streams.add(egoPoses(poses.get()));
    }
    tell(notes, poses, mounting);
    if (map.isPresent()) {
      log.note("camber.map.frame", Map.of("geoReference", map.get().geoReference()));
    }
    if (!streams.isEmpty()) {
      long startNs = Stream.startNs(streams);
      describe(log, mounting, startNs);
      writePreview(log, poses.map(found -> found.timeNs(0)).orElse(startNs));
    }
    Stream.write(log, streams);
  }

  private void tell(ImportNotes notes, Optional<ReferencePoses> poses, Pose3 mounting)
      throws IOException {
    notes.remark("times are the device's, since it started");
    if (segment.car().isEmpty()) {
      notes.remark("the route's name does not tell the car: sizes are those of any mid-size car");
    }
    String place = String.format(
        Locale.ROOT,
        "where the device sits is not in the source: taken as %.1f m ahead of the rear axle, %.2f m up",
        Mounting.AHEAD_M,
        Mounting.HEIGHT_M);
    boolean isTurned = mounting.yaw() != 0.0 || mounting.pitch() != 0.0;
    notes.remark(place
        + (isTurned
            ? String.format(
                Locale.ROOT,
                ", looking %.2f degrees to the left and %.2f down, as the car goes by its poses",
                StrictMath.toDegrees(mounting.yaw()),
                StrictMath.toDegrees(mounting.pitch()))
            : ", level and straight ahead"));
    notes.remark(
        poses.isPresent()
            ? "ego truth: global_pose, which whoever published the drive found from these very sensors"
            : "no global_pose: no truth");
    for (String kind : segment.unread(UNREAD.keySet().stream().sorted().toList())) {
      notes.skip(kind + " (" + UNREAD.get(kind) + ")", Math.max(1, segment.countedRows(kind)));
    }
    if (segment.has("raw_log.bz2")) {
      notes.skip("raw_log.bz2 (what processed_log was made from)");
    }
    if (segment.has("video.hevc")) {
      notes.skip("video.hevc (no decoder for such video here)");
    } else {
      notes.remark("no video.hevc");
    }
  }

  private void describe(DriveLog log, Pose3 mounting, long startNs) throws IOException {
    log.write(Topics.VEHICLE_DESCRIPTION, car.description(), startNs);
    log.write(
        Topics.CAMERA_CALIBRATION,
        new CameraCalibration(
            CAMERA,
            mounting,
            IMAGE_WIDTH,
            IMAGE_HEIGHT,
            FOCAL_PX,
            FOCAL_PX,
            0.5 * IMAGE_WIDTH,
            0.5 * IMAGE_HEIGHT,
            0.0,
            0.0),
        startNs);
  }

  /** The first frame of the video, which lies beside it as a picture. */
  private void writePreview(DriveLog log, long timeNs) throws IOException {
    if (segment.has("preview.png")) {
      var file = segment.folder().resolve("preview.png");
      log.notes().remark("preview.png is the only image: the first frame of the video");
      log.write(
          Topics.CAMERA_IMAGE,
          Pictures.read(file.toString(), Files.readAllBytes(file), CAMERA, timeNs),
          timeNs);
    }
  }

  private Stream truth(ReferencePoses poses) {
    return new Stream(poses.size(), poses::timeNs, (log, i) -> {
      long timeNs = poses.timeNs(i);
      var ego = ReferenceCar.of(
          poses.pose(i),
          car.lengthM,
          car.widthM,
          car.heightM,
          car.rearOverhangM,
          poses.speedMps(i));
      log.write(
          Topics.TRUTH_FRAME,
          new TruthFrame(timeNs, ReferenceCar.NAME, false, List.of(ego), List.of()),
          timeNs);
    });
  }

  private static Stream egoPoses(ReferencePoses poses) {
    return new Stream(poses.size(), poses::timeNs, (log, i) -> {
      long timeNs = poses.timeNs(i);
      log.write(
          Topics.EGO_POSE,
          new EgoPose(
              timeNs,
              poses.pose(i),
              poses.track().twistAt(timeNs),
              0.0,
              POSE_STD_M,
              POSE_STD_M,
              YAW_STD,
              0.0,
              1.0,
              PoseStatus.TRACKING),
          timeNs);
    });
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}
