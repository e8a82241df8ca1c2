package io.camber.sim.node;

import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.sim.sensor.camera.PinholeCamera;
import io.camber.truth.CameraLayer;
import io.camber.truth.CameraLayers;
import io.camber.truth.TruthFrame;
import java.util.Optional;
import java.util.Set;

/** Tells after each image what it truly showed; flow counts from the image before. */
final class LayerFeed {
  private final PinholeCamera camera;
  private final Set<CameraLayer> layers;
  private final Publisher<CameraLayers> publisher;
  private Optional<TruthFrame> earlier = Optional.empty();

  LayerFeed(NodeContext context, PinholeCamera camera, String sensorId, Set<CameraLayer> layers) {
    this.camera = camera;
    this.layers = layers;
    publisher = context.publisher(SensorTopics.cameraLayers(sensorId));
  }

  void publish(TruthFrame frame, String ego) {
    TruthFrame before =
        earlier.filter(known -> known.findActor(ego).isPresent()).orElse(frame);
    publisher.publish(camera.layers(before, frame, ego, layers), frame.timeNs());
    earlier = Optional.of(frame);
  }
}
