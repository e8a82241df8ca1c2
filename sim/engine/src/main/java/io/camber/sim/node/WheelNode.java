package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.Topics;
import io.camber.sensing.WheelSpeeds;
import io.camber.sim.sensor.inertial.WheelConfig;
import io.camber.sim.sensor.inertial.WheelSensor;
import io.camber.vehicle.VehicleDescription;

/** The wheel speed sensors on the bus, 50 Hz. */
public final class WheelNode implements Node {
  private static final long PERIOD_NS = 20_000_000L;

  /** Track over overall width of a car without its mirrors. */
  private static final double TRACK_SHARE = 0.85;

  private final WheelConfig defaults;
  private final VehicleDescription vehicle;

  public WheelNode(WheelConfig defaults, VehicleDescription vehicle) {
    this.defaults = defaults;
    this.vehicle = vehicle;
  }

  @Override
  public void start(NodeContext context) {
    WheelSensor sensor = new WheelSensor(
        context.config(defaults),
        vehicle.wheelbaseM(),
        TRACK_SHARE * vehicle.widthM(),
        context.seed("errors"));
    Publisher<WheelSpeeds> speeds = context.publisher(Topics.WHEELS);
    EgoSampling.every(
        PERIOD_NS,
        context,
        (frame, ego) -> speeds.publishSample(
            frame
                .wheels()
                .map(wheels -> sensor.sample(frame.timeNs(), wheels))
                .orElseGet(() -> sensor.sample(frame.timeNs(), ego)),
            frame.timeNs()));
  }
}
