package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.GnssSensor;

/** The satellite receiver on the bus, 10 Hz. */
public final class GnssNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final GnssConfig defaults;

  public GnssNode(GnssConfig defaults) {
    this.defaults = defaults;
  }

  @Override
  public void start(NodeContext context) {
    GnssSensor sensor = new GnssSensor(context.config(defaults), context.seed("errors"));
    Publisher<GnssFix> fixes = context.publisher(Topics.GNSS);
    EgoSampling.every(
        PERIOD_NS,
        context,
        (frame, ego) -> fixes.publishSample(
            sensor.sample(frame.timeNs(), ego, PERIOD_NS * 1e-9), frame.timeNs()));
  }
}
