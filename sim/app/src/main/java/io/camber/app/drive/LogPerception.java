package io.camber.app.drive;

import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.localization.PoseEstimator;
import io.camber.localization.inertial.InertialConfig;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.perception.EgoCorridor;
import io.camber.perception.MapRoadContext;
import io.camber.perception.PoseHistory;
import io.camber.perception.RoadContext;
import io.camber.perception.lidar.EgoBody;
import io.camber.perception.lidar.LidarDetector;
import io.camber.perception.lidar.LidarDetectorConfig;
import io.camber.perception.tracking.MultiObjectTracker;
import io.camber.perception.tracking.TrackerConfig;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.Detections;
import io.camber.scene.MapFile;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.WheelSpeeds;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.VehicleDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A log through localization, lidar detection and tracking, in order of time and as the nodes would do it, without a bus.
 * Where the log has no samples to localize with, the poses in it take their place, or those of its truth.
 */
public final class LogPerception {
  private static final Set<Topic<?>> TOPICS = Set.of(
      Topics.IMU,
      Topics.GNSS,
      Topics.WHEELS,
      Topics.LIDAR_SWEEP,
      Topics.LIDAR_CALIBRATION,
      Topics.CAMERA_CALIBRATION,
      Topics.VEHICLE_DESCRIPTION,
      Topics.MAP,
      Topics.EGO_POSE,
      Topics.TRUTH_FRAME);

  private final PoseEstimator estimator = new PoseEstimator(InertialConfig.DEFAULTS);
  private final PoseHistory poses = new PoseHistory();
  private final LidarDetector detector = new LidarDetector(LidarDetectorConfig.DEFAULT);
  private final MultiObjectTracker tracker = new MultiObjectTracker(TrackerConfig.DEFAULT);
  private final MapLoader maps = new MapLoader();
  private final Watcher watcher;
  private final boolean isLocalized;
  private final boolean isPosed;
  private RoadContext road = RoadContext.UNMAPPED;
  private Optional<LidarCalibration> lidar = Optional.empty();
  private EgoBody body = EgoBody.of(VehicleDescription.midSizeCar());
  private Optional<EgoPose> before = Optional.empty();

  /** Sees what comes out, and the truth that went in. */
  public interface Watcher {
    /** A pose that localization made. */
    void onPose(EgoPose pose);

    /** A sweep with what was made of it. */
    void onSweep(LidarSweep sweep, LidarCalibration lidar, Seen seen);

    void onTruth(TruthFrame frame);

    /** A satellite fix, before localization hears it. */
    void onFix(GnssFix fix);

    /** What the front camera sees, where labels come from. */
    void onCamera(CameraCalibration camera);

    /** Whether the rest of the log need not be looked at. */
    default boolean isContent() {
      return false;
    }
  }

  /** What was made of one sweep: detections of the car's frame, tracks of the map, and the pose between the two. */
  public record Seen(Detections detections, Tracks tracks, Pose3 mapFromBase) {}

  private LogPerception(Watcher watcher, Set<String> topics) {
    this.watcher = watcher;
    this.isLocalized = topics.contains(Topics.IMU.name()) && topics.contains(Topics.GNSS.name());
    this.isPosed = topics.contains(Topics.EGO_POSE.name());
  }

  /**
   * Runs through a whole log.
   *
   * @param maxSweeps stops after so many
   * @return whether localization made the poses; else they are the log's own
   */
  public static boolean run(Path file, int maxSweeps, Watcher watcher) throws IOException {
    try (LogMessages messages = LogMessages.open(file, TOPICS)) {
      LogPerception perception = new LogPerception(watcher, messages.topicNames());
      int sweeps = 0;
      for (Optional<LogMessages.Item> item = messages.next();
          item.isPresent() && sweeps < maxSweeps && !watcher.isContent();
          item = messages.next()) {
        perception.take(item.get());
        sweeps += item.get().value() instanceof LidarSweep ? 1 : 0;
      }
      return perception.isLocalized;
    }
  }

  private void take(LogMessages.Item item) {
    if (item.value() instanceof ImuSample sample) {
      estimator.update(sample).ifPresent(this::take);
    } else if (item.value() instanceof GnssFix fix) {
      watcher.onFix(fix);
      estimator.update(fix, item.sequence());
    } else if (item.value() instanceof WheelSpeeds speeds) {
      estimator.update(speeds, item.sequence());
    } else if (item.value() instanceof LidarCalibration calibration) {
      lidar = Optional.of(calibration);
    } else if (item.value() instanceof CameraCalibration camera) {
      watcher.onCamera(camera);
    } else if (item.value() instanceof VehicleDescription vehicle) {
      body = EgoBody.of(vehicle);
    } else if (item.value() instanceof MapFile map) {
      road = new MapRoadContext(maps.load(map));
    } else if (item.value() instanceof EgoPose pose) {
      if (!isLocalized) {
        poses.add(pose);
      }
    } else if (item.value() instanceof TruthFrame frame) {
      watcher.onTruth(frame);
      if (!isLocalized && !isPosed) {
        frame.ego().ifPresent(ego -> takeTruth(frame.timeNs(), ego));
      }
    } else if (item.value() instanceof LidarSweep sweep) {
      lidar.ifPresent(calibration -> see(sweep, calibration));
    }
  }

  private void take(EgoPose pose) {
    poses.add(pose);
    watcher.onPose(pose);
  }

  /** The truth's pose with the motion since the pose before. */
  private void takeTruth(long timeNs, ActorTruth ego) {
    Pose3 pose = ego.mapFromReference();
    Twist2 twist = new Twist2(ego.speedMps(), 0.0, 0.0);
    if (before.isPresent() && timeNs > before.get().timeNs()) {
      double seconds = (timeNs - before.get().timeNs()) * 1e-9;
      Pose3 moved = before.get().mapFromBase().inverse().times(pose);
      twist = new Twist2(moved.x() / seconds, moved.y() / seconds, moved.yaw() / seconds);
    }
    EgoPose known =
        new EgoPose(timeNs, pose, twist, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, PoseStatus.TRACKING);
    before = Optional.of(known);
    poses.add(known);
  }

  private void see(LidarSweep sweep, LidarCalibration calibration) {
    Optional<Pose3> pose = poses.poseAt(sweep.timeNs());
    long middleNs = sweep.startNs() + (sweep.timeNs() - sweep.startNs()) / 2;
    Twist2 twist = poses.twistAt(middleNs).orElse(Twist2.ZERO);
    Detections detections = detector
        .detect(
            sweep,
            calibration,
            twist,
            body,
            pose.map(Pose3::toPose2).orElse(Pose2.IDENTITY),
            context(pose, twist))
        .detections();
    if (pose.isPresent()) {
      Vec2 sensor = calibration.baseFromLidar().position().toVec2();
      Tracks tracks = tracker.update(detections, pose.get(), sensor);
      watcher.onSweep(sweep, calibration, new Seen(detections, tracks, pose.get()));
    }
  }

  private RoadContext context(Optional<Pose3> pose, Twist2 twist) {
    if (pose.isEmpty()) {
      return RoadContext.UNMAPPED;
    }
    return road.isMapped() ? road : new EgoCorridor(pose.get().toPose2(), twist);
  }
}
