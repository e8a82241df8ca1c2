package io.camber.bus.realtime;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import java.util.Optional;

/**
 * How a real-time run is made.
 *
 * @param seed of the run; every node draws its own streams from it
 * @param healthTopic where health reports go, if anywhere
 */
public record RealtimeConfig(long seed, Optional<Topic<HealthReport>> healthTopic) {}
