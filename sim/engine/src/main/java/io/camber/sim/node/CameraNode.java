package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Jpeg;
import io.camber.messages.SensorTopics;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.camera.CameraConfig;
import io.camber.sim.sensor.camera.PinholeCamera;
import java.util.Optional;

/** A camera on the bus. */
public final class CameraNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final CameraConfig defaults;
  private final SceneModel scene;
  private final long periodNs;
  private final CameraOutput output;

  /** A camera at 10 Hz. */
  public CameraNode(CameraConfig defaults, SceneModel scene) {
    this(defaults, scene, PERIOD_NS);
  }

  public CameraNode(CameraConfig defaults, SceneModel scene, long periodNs) {
    this(defaults, scene, periodNs, CameraOutput.IMAGES);
  }

  public CameraNode(CameraConfig defaults, SceneModel scene, long periodNs, CameraOutput output) {
    this.defaults = defaults;
    this.output = output;
    this.scene = scene;
    this.periodNs = periodNs;
  }

  @Override
  public void start(NodeContext context) {
    CameraConfig config = context.config(defaults);
    PinholeCamera camera = new PinholeCamera(config, scene, context.seed("errors"));
    Publisher<CameraCalibration> calibrations =
        context.publisher(SensorTopics.cameraCalibration(config.sensorId()));
    String imageId = output.cable().orElse(config.sensorId());
    Publisher<CameraImage> images = context.publisher(SensorTopics.cameraImage(imageId));
    calibrations.publish(camera.calibration(), 0);
    Optional<LayerFeed> truth = output.hasTruth()
        ? Optional.of(new LayerFeed(context, camera, config.sensorId(), output.layers()))
        : Optional.empty();
    Backlog backlog = new Backlog(context, periodNs);
    EgoSampling.every(periodNs, context, (frame, ego) -> {
      if (backlog.mustDrop(frame)) {
        return;
      }
      CameraImage exposed = camera.expose(frame, ego.name());
      CameraImage image = exposed.labelled(imageId, exposed.timeNs());
      images.publishSample(output.isJpeg() ? Jpeg.compressed(image) : image, image.timeNs());
      truth.ifPresent(feed -> feed.publish(frame, ego.name()));
    });
  }
}
