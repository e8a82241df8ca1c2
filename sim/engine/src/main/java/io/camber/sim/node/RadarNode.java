package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.messages.SensorTopics;
import io.camber.sensing.RadarReturns;
import io.camber.sim.scene.town.SceneModel;
import io.camber.sim.sensor.radar.RadarConfig;
import io.camber.sim.sensor.radar.RadarSensor;
import java.util.Optional;

/** A radar on the bus. */
public final class RadarNode implements Node {
  private final RadarConfig defaults;
  private final long periodNs;
  private final Optional<SceneModel> scenery;

  public RadarNode(RadarConfig defaults, long periodNs) {
    this(defaults, periodNs, Optional.empty());
  }

  /** A radar that also hears the scenery. */
  public RadarNode(RadarConfig defaults, long periodNs, Optional<SceneModel> scenery) {
    this.defaults = defaults;
    this.periodNs = periodNs;
    this.scenery = scenery;
  }

  @Override
  public void start(NodeContext context) {
    RadarConfig config = context.config(defaults);
    RadarSensor radar = new RadarSensor(config, context.seed("errors"), scenery);
    Publisher<RadarReturns> returns =
        context.publisher(SensorTopics.radarReturns(config.sensorId()));
    context
        .publisher(SensorTopics.radarCalibration(config.sensorId()))
        .publish(radar.calibration(), 0);
    EgoSampling.every(
        periodNs,
        context,
        (frame, ego) -> returns.publishSample(radar.cycle(frame, ego), frame.timeNs()));
  }
}
