package io.camber.sim.node;

import io.camber.bus.Node;
import io.camber.bus.NodeContext;
import io.camber.bus.Publisher;
import io.camber.geometry.Vec3;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.sensing.GnssFix;
import io.camber.sim.sensor.inertial.GnssConfig;
import io.camber.sim.sensor.inertial.GnssSensor;
import io.camber.sim.sensor.inertial.SkyView;
import java.util.Optional;
import java.util.function.Function;

/** The satellite receiver on the bus, 10 Hz. */
public final class GnssNode implements Node {
  private static final long PERIOD_NS = 100_000_000L;

  private final GnssConfig defaults;
  private final SkyView sky;

  /** A receiver under an open sky. */
  public GnssNode(GnssConfig defaults) {
    this(defaults, new SkyView(RoadMap.empty()));
  }

  /** A receiver that has no fix where it sees too little of the sky. */
  public GnssNode(GnssConfig defaults, SkyView sky) {
    this.defaults = defaults;
    this.sky = sky;
  }

  @Override
  public void start(NodeContext context) {
    GnssConfig config = context.config(defaults);
    GnssSensor sensor = new GnssSensor(config, context.seed("errors"));
    Function<Vec3, Optional<SkyView.Detour>> detours = sky.detours(config, context.seed("sky"));
    Publisher<GnssFix> fixes = context.publisher(Topics.GNSS);
    EgoSampling.every(PERIOD_NS, context, (frame, ego) -> {
      // Drawn in the tunnel too, so that the noise behind it is the same with and without one.
      GnssFix fix = sensor.sample(frame.timeNs(), ego, PERIOD_NS * 1e-9);
      Vec3 place = ego.mapFromReference().position();
      if (sky.isOpen(place)) {
        detours
            .apply(place)
            .ifPresent(
                detour -> fixes.publishSample(GnssSensor.among(fix, detour), frame.timeNs()));
      }
    });
  }
}
