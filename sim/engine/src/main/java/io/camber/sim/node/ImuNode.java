package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import io.camber.sim.sensor.inertial.ImuConfig;
import io.camber.sim.sensor.inertial.ImuSensor;
import io.camber.sim.world.World;

/** The inertial unit on the bus, 100 Hz. */
public final class ImuNode implements Node {
  private final ImuConfig defaults;

  public ImuNode(ImuConfig defaults) {
    this.defaults = defaults;
  }

  @Override
  public void start(NodeContext context) {
    ImuSensor sensor = new ImuSensor(context.config(defaults), context.seed("errors"));
    Publisher<ImuSample> samples = context.publisher(Topics.IMU);
    EgoSampling.every(
        World.STEP_NS,
        context,
        (frame, ego) -> sensor
            .update(frame.timeNs(), ego.mapFromReference())
            .ifPresent(sample -> samples.publishSample(sample, sample.timeNs())));
  }
}
