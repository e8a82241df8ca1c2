package io.camber.bus.node;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import java.util.Optional;

/**
 * What all nodes of a run have in common.
 *
 * @param seed every node draws its own streams from it
 * @param encode whether every message is encoded and hashed
 * @param healthTopic where health reports go, if anywhere
 */
public record RunTerms(long seed, boolean encode, Optional<Topic<HealthReport>> healthTopic) {}
