package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.map.RoadMap;
import io.camber.messages.SensorTopics;
import io.camber.sensing.SignalPhases;
import io.camber.sim.sensor.v2x.SignalReceiver;
import io.camber.sim.sensor.v2x.SignalReceiverConfig;

/** A receiver of signal phase and timing on the bus. */
public final class SignalReceiverNode implements Node {
  private final SignalReceiverConfig defaults;
  private final RoadMap map;
  private final long periodNs;

  public SignalReceiverNode(SignalReceiverConfig defaults, RoadMap map, long periodNs) {
    this.defaults = defaults;
    this.map = map;
    this.periodNs = periodNs;
  }

  @Override
  public void start(NodeContext context) {
    SignalReceiverConfig config = context.config(defaults);
    SignalReceiver receiver = new SignalReceiver(config, map, context.seed("errors"));
    Publisher<SignalPhases> phases =
        context.publisher(SensorTopics.signalPhases(config.sensorId()));
    EgoSampling.every(
        periodNs,
        context,
        (frame, ego) -> phases.publishSample(receiver.listen(frame, ego), frame.timeNs()));
  }
}
