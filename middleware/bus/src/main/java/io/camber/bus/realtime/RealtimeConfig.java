package io.camber.bus.realtime;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import java.util.Optional;

/**
 * How a real-time run is made.
 *
 * @param seed of the run; every node draws its own streams from it
 * @param encode whether messages carry their bytes even where nobody sends them, for logs
 * @param healthTopic where health reports go, if anywhere
 */
public record RealtimeConfig(
    long seed, boolean encode, Optional<Topic<HealthReport>> healthTopic) {}
