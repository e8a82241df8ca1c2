package io.camber.bus.realtime;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import io.camber.bus.node.RuntimeTopics;
import java.util.Optional;

/**
 * How a real-time run is made.
 *
 * @param seed of the run; every node draws its own streams from it
 * @param encode whether messages carry their bytes even where nobody sends them, for logs
 * @param topics what the runtime itself publishes on
 */
public record RealtimeConfig(long seed, boolean encode, RuntimeTopics topics) {
  /** A run whose runtime reports health alone, if anything. */
  public RealtimeConfig(long seed, boolean encode, Optional<Topic<HealthReport>> healthTopic) {
    this(seed, encode, RuntimeTopics.ofHealth(healthTopic));
  }
}
