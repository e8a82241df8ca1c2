package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.sensing.UltrasonicEcho;
import io.camber.sim.sensor.ultrasonic.UltrasonicConfig;
import io.camber.sim.sensor.ultrasonic.UltrasonicSensor;

/** An ultrasonic sensor on the bus. */
public final class UltrasonicNode implements Node {
  private final UltrasonicConfig defaults;
  private final long periodNs;

  public UltrasonicNode(UltrasonicConfig defaults, long periodNs) {
    this.defaults = defaults;
    this.periodNs = periodNs;
  }

  @Override
  public void start(NodeContext context) {
    UltrasonicConfig config = context.config(defaults);
    UltrasonicSensor sensor = new UltrasonicSensor(config, context.seed("errors"));
    Publisher<UltrasonicEcho> echoes =
        context.publisher(SensorTopics.ultrasonicEcho(config.sensorId()));
    EgoSampling.every(
        periodNs,
        context,
        (frame, ego) -> echoes.publishSample(sensor.pulse(frame, ego), frame.timeNs()));
  }
}
