package io.camber.perception.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.perception.PoseHistory;
import io.camber.perception.tracking.MultiObjectTracker;
import io.camber.perception.tracking.TrackerConfig;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.Tracks;
import io.camber.sensing.LidarCalibration;
import java.util.Optional;

/** Detections to tracks. Tracks live in the map frame, so it waits until localization knows where the ego is. */
public final class TrackingNode implements Node {
  @Override
  public void start(NodeContext context) {
    new Run(context);
  }

  private static final class Run {
    private final NodeContext context;
    private final MultiObjectTracker tracker;
    private final PoseHistory poses = new PoseHistory();
    private final Publisher<Tracks> output;
    private final Latest<EgoPose> newestPose;
    private final Latest<LidarCalibration> calibration;

    Run(NodeContext context) {
      this.context = context;
      TrackerConfig config = context.config(TrackerConfig.DEFAULT);
      tracker = new MultiObjectTracker(config);
      TrackingParameters.declare(context.parameters(), config, tracker);
      output = context.publisher(Topics.TRACKS);
      newestPose = context.latest(Topics.EGO_POSE);
      calibration = context.latest(Topics.LIDAR_CALIBRATION);
      context.observe(Topics.EGO_POSE, (pose, envelope) -> poses.add(pose));
      context.subscribe(Topics.DETECTIONS, (frame, envelope) -> track(frame));
    }

    private void track(Detections frame) {
      newestPose.value();
      Optional<Pose3> pose = poses.poseAt(frame.timeNs());
      if (pose.isEmpty()) {
        context.health().warn("no-pose", "detections dropped: no ego pose at their time");
        return;
      }
      Vec2 sensor = calibration
          .value()
          .map(mounting -> mounting.baseFromLidar().position().toVec2())
          .orElse(Vec2.ZERO);
      output.publish(tracker.update(frame, pose.get(), sensor), frame.timeNs());
    }
  }
}
