package io.camber.perception.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.perception.EgoCorridor;
import io.camber.perception.MapRoadContext;
import io.camber.perception.PoseHistory;
import io.camber.perception.RoadContext;
import io.camber.perception.lidar.EgoBody;
import io.camber.perception.lidar.LidarDetections;
import io.camber.perception.lidar.LidarDetector;
import io.camber.perception.lidar.LidarDetectorConfig;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.scene.MapFile;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.vehicle.VehicleDescription;
import java.util.Optional;

/**
 * Lidar sweeps to detections, points of the ground, and free space. Without a calibration it stays silent; without a map the ego's own way counts as road, without a
 * pose everything does. Both are reported.
 */
public final class LidarDetectionNode implements Node {
  private final MapLoader maps;

  public LidarDetectionNode(MapLoader maps) {
    this.maps = maps;
  }

  @Override
  public void start(NodeContext context) {
    new Run(context, maps);
  }

  private static final class Run {
    private final NodeContext context;
    private final LidarDetector detector;
    private final PoseHistory poses = new PoseHistory();
    private final Publisher<Detections> output;
    private final Publisher<GroundPoints> ground;
    private final Publisher<FreeSpace> freeSpace;
    private final Latest<LidarCalibration> calibration;
    private final Latest<VehicleDescription> vehicle;
    private final Latest<EgoPose> newestPose;
    private RoadContext road = RoadContext.UNMAPPED;

    Run(NodeContext context, MapLoader maps) {
      this.context = context;
      detector = new LidarDetector(context.config(LidarDetectorConfig.DEFAULT));
      output = context.publisher(Topics.DETECTIONS);
      ground = context.publisher(Topics.GROUND_POINTS);
      freeSpace = context.publisher(Topics.FREE_SPACE);
      calibration = context.latest(Topics.LIDAR_CALIBRATION);
      vehicle = context.latest(Topics.VEHICLE_DESCRIPTION);
      newestPose = context.latest(Topics.EGO_POSE);
      context.subscribe(Topics.MAP, (file, envelope) -> load(file, maps));
      context.observe(Topics.EGO_POSE, (pose, envelope) -> poses.add(pose));
      context.subscribeLoaned(Topics.LIDAR_SWEEP, (sweep, envelope) -> detect(sweep));
    }

    private void load(MapFile file, MapLoader maps) {
      road = new MapRoadContext(maps.load(file));
    }

    private void detect(LidarSweep sweep) {
      Optional<LidarCalibration> mounting = calibration.value();
      if (mounting.isEmpty()) {
        context.health().warn("no-calibration", "sweep dropped: no lidar calibration yet");
        return;
      }
      newestPose.value();
      Optional<Pose3> pose = poses.poseAt(sweep.timeNs());
      if (pose.isEmpty() || !road.isMapped()) {
        context
            .health()
            .warn("no-region", "no map or no pose: only the own way counts as road, or everything");
      }
      EgoBody body = EgoBody.of(vehicle.value().orElseGet(VehicleDescription::midSizeCar));
      long middleNs = sweep.startNs() + (sweep.timeNs() - sweep.startNs()) / 2;
      Twist2 twist = poses.twistAt(middleNs).orElse(Twist2.ZERO);
      LidarDetections found = detector.detect(
          sweep,
          mounting.get(),
          twist,
          body,
          pose.map(Pose3::toPose2).orElse(Pose2.IDENTITY),
          context(pose, twist));
      if (found.brokenCount() > 0) {
        context.health().warn("broken-points", found.brokenCount() + " of " + found.pointCount());
      }
      output.publish(found.detections(), sweep.timeNs());
      ground.publish(found.ground(), sweep.timeNs());
      freeSpace.publish(found.freeSpace(), sweep.timeNs());
    }

    private RoadContext context(Optional<Pose3> pose, Twist2 twist) {
      if (pose.isEmpty()) {
        return RoadContext.UNMAPPED;
      }
      return road.isMapped() ? road : new EgoCorridor(pose.get().toPose2(), twist);
    }
  }
}
