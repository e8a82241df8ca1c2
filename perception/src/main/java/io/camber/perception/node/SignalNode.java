package io.camber.perception.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.geometry.Pose3;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.perception.PoseHistory;
import io.camber.perception.camera.SignalRecognizer;
import io.camber.pose.EgoPose;
import io.camber.scene.SignalStates;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.util.Optional;

/** Camera images to states of traffic lights. Silent, with a warning, until map, calibration and pose are there. */
public final class SignalNode implements Node {
  private final MapLoader maps;

  public SignalNode(MapLoader maps) {
    this.maps = maps;
  }

  @Override
  public void start(NodeContext context) {
    new Run(context, maps);
  }

  private static final class Run {
    private final NodeContext context;
    private final PoseHistory poses = new PoseHistory();
    private final Publisher<SignalStates> output;
    private final Latest<CameraCalibration> calibration;
    private final Latest<EgoPose> newestPose;
    private Optional<SignalRecognizer> recognizer = Optional.empty();

    Run(NodeContext context, MapLoader maps) {
      this.context = context;
      output = context.publisher(Topics.SIGNALS);
      calibration = context.latest(Topics.CAMERA_CALIBRATION);
      newestPose = context.latest(Topics.EGO_POSE);
      context.subscribe(
          Topics.MAP,
          (file, envelope) -> recognizer = Optional.of(SignalRecognizer.of(maps.load(file))));
      context.observe(Topics.EGO_POSE, (pose, envelope) -> poses.add(pose));
      context.subscribeLoaned(Topics.CAMERA_IMAGE, (image, envelope) -> recognize(image));
    }

    private void recognize(CameraImage image) {
      Optional<CameraCalibration> camera = calibration.value();
      newestPose.value();
      Optional<Pose3> pose = poses.poseAt(image.timeNs());
      if (recognizer.isEmpty() || camera.isEmpty() || pose.isEmpty()) {
        context
            .health()
            .warn("not-ready", "image dropped: no map, calibration or ego pose for its time");
        return;
      }
      if (image.width() != camera.get().width()
          || image.height() != camera.get().height()) {
        context.health().error("wrong-size", "image and calibration differ in size");
        return;
      }
      output.publish(recognizer.get().update(image, camera.get(), pose.get()), image.timeNs());
    }
  }
}
