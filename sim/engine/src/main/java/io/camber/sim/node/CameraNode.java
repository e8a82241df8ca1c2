package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;

/** The front camera on the bus, 10 Hz. */
public final class CameraNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final CameraConfig defaults;
  private final SceneModel scene;

  public CameraNode(CameraConfig defaults, SceneModel scene) {
    this.defaults = defaults;
    this.scene = scene;
  }

  @Override
  public void start(NodeContext context) {
    PinholeCamera camera =
        new PinholeCamera(context.config(defaults), scene, context.seed("errors"));
    Publisher<CameraCalibration> calibrations = context.publisher(Topics.CAMERA_CALIBRATION);
    Publisher<CameraImage> images = context.publisher(Topics.CAMERA_IMAGE);
    calibrations.publish(camera.calibration(), 0);
    Backlog backlog = new Backlog(context, PERIOD_NS);
    EgoSampling.every(PERIOD_NS, context, (frame, ego) -> {
      if (backlog.mustDrop(frame)) {
        return;
      }
      CameraImage image = camera.image(frame, ego.name()).image();
      images.publishSample(image, image.timeNs());
    });
  }
}
