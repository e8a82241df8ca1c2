package io.camber.perception.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.perception.camera.detection.DetectorModel;
import io.camber.perception.camera.detection.ObjectDetector;
import io.camber.scene.ImageDetections;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import java.util.Optional;

/** Images of the front camera to road users in them. Silent, with a warning, until the calibration is there. */
public final class CameraDetectionNode implements Node {
  @Override
  public void start(NodeContext context) {
    ObjectDetector detector = new ObjectDetector(DetectorModel.bundled());
    Latest<CameraCalibration> calibration = context.latest(Topics.CAMERA_CALIBRATION);
    Publisher<ImageDetections> output = context.publisher(Topics.CAMERA_DETECTIONS);
    context.subscribeLoaned(Topics.CAMERA_IMAGE, (image, envelope) -> {
      Optional<CameraCalibration> camera = calibration.value();
      if (camera.isEmpty()) {
        context.health().warn("not-ready", "image dropped: no calibration yet");
      } else if (isOf(camera.get(), image)) {
        output.publish(detector.detect(image, camera.get()), image.timeNs());
      } else {
        context.health().error("wrong-size", "image and calibration differ in size");
      }
    });
  }

  private static boolean isOf(CameraCalibration camera, CameraImage image) {
    return image.width() == camera.width() && image.height() == camera.height();
  }
}
