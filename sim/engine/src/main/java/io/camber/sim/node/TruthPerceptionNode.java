package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sim.sensor.TruthPerception;

/**
 * Perfect eyes, 10 Hz, for runs that leave perception out: publishes tracks and signals straight from the truth. It sees
 * through everything; a run with it says nothing about perception.
 */
public final class TruthPerceptionNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  @Override
  public void start(NodeContext context) {
    TruthPerception perception = new TruthPerception();
    Publisher<Tracks> tracks = context.publisher(Topics.TRACKS);
    Publisher<SignalStates> signals = context.publisher(Topics.SIGNALS);
    EgoSampling.every(PERIOD_NS, context, (frame, ego) -> {
      tracks.publish(perception.tracks(frame, ego), frame.timeNs());
      signals.publish(perception.signals(frame), frame.timeNs());
    });
  }
}
