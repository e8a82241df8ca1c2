package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.sensing.RadarReturns;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.radar.RadarSensor;

/** A radar on the bus. */
public final class RadarNode implements Node {
  private final RadarConfig defaults;
  private final long periodNs;

  public RadarNode(RadarConfig defaults, long periodNs) {
    this.defaults = defaults;
    this.periodNs = periodNs;
  }

  @Override
  public void start(NodeContext context) {
    RadarConfig config = context.config(defaults);
    RadarSensor radar = new RadarSensor(config, context.seed("errors"));
    Publisher<RadarReturns> returns =
        context.publisher(SensorTopics.radarReturns(config.sensorId()));
    EgoSampling.every(
        periodNs,
        context,
        (frame, ego) -> returns.publishSample(radar.cycle(frame, ego), frame.timeNs()));
  }
}
