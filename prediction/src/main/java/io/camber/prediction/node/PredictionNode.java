package io.camber.prediction.node;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.map.MapLoader;
import io.camber.messages.Topics;
import io.camber.prediction.Predictor;
import io.camber.scene.Futures;
import io.camber.scene.MapFile;
import io.camber.scene.SignalStates;

/** Publishes the futures of each set of tracks, once there is a map. */
public final class PredictionNode implements Node {
  private final Predictor predictor;
  private final MapLoader maps;

  public PredictionNode(Predictor predictor, MapLoader maps) {
    this.predictor = predictor;
    this.maps = maps;
  }

  @Override
  public void start(NodeContext context) {
    Publisher<Futures> futures = context.publisher(Topics.FUTURES);
    Latest<MapFile> map = context.latest(Topics.MAP);
    Latest<SignalStates> signals = context.latest(Topics.SIGNALS);
    context.subscribe(Topics.TRACKS, (tracks, envelope) -> {
      if (map.value().isEmpty()) {
        context.health().warn("no-map", "no map yet, nothing predicted");
        return;
      }
      futures.publish(
          predictor.predict(tracks, signals.value(), maps.load(map.value().get())),
          tracks.timeNs());
    });
  }
}
