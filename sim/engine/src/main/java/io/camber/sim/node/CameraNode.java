package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;

/** A camera on the bus. */
public final class CameraNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final CameraConfig defaults;
  private final SceneModel scene;
  private final long periodNs;

  /** A camera at 10 Hz. */
  public CameraNode(CameraConfig defaults, SceneModel scene) {
    this(defaults, scene, PERIOD_NS);
  }

  public CameraNode(CameraConfig defaults, SceneModel scene, long periodNs) {
    this.defaults = defaults;
    this.scene = scene;
    this.periodNs = periodNs;
  }

  @Override
  public void start(NodeContext context) {
    CameraConfig config = context.config(defaults);
    PinholeCamera camera = new PinholeCamera(config, scene, context.seed("errors"));
    Publisher<CameraCalibration> calibrations =
        context.publisher(SensorTopics.cameraCalibration(config.sensorId()));
    Publisher<CameraImage> images = context.publisher(SensorTopics.cameraImage(config.sensorId()));
    calibrations.publish(camera.calibration(), 0);
    Backlog backlog = new Backlog(context, periodNs);
    EgoSampling.every(periodNs, context, (frame, ego) -> {
      if (backlog.mustDrop(frame)) {
        return;
      }
      CameraImage image = camera.expose(frame, ego.name());
      images.publishSample(image, image.timeNs());
    });
  }
}
