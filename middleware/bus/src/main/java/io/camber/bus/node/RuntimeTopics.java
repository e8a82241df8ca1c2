package io.camber.bus.node;

import io.camber.bus.HealthReport;
import io.camber.bus.Topic;
import io.camber.bus.lifecycle.LifecycleTopics;
import io.camber.bus.parameter.service.ParameterTopics;
import java.util.Optional;

/**
 * Topics that the runtime itself speaks on for its nodes; what is absent goes nowhere.
 *
 * @param health reports of health
 * @param parameters state of parameters and requests to change them
 * @param lifecycle states of nodes and requests to change them; not carried in lockstep between processes
 */
public record RuntimeTopics(
    Optional<Topic<HealthReport>> health,
    Optional<ParameterTopics> parameters,
    Optional<LifecycleTopics> lifecycle) {
  public static final RuntimeTopics NONE = new RuntimeTopics(Optional.empty(), Optional.empty());

  /** Without a lifecycle: every node is active from its start to its end. */
  public RuntimeTopics(Optional<Topic<HealthReport>> health, Optional<ParameterTopics> parameters) {
    this(health, parameters, Optional.empty());
  }

  /** Health alone. */
  public static RuntimeTopics ofHealth(Optional<Topic<HealthReport>> health) {
    return new RuntimeTopics(health, Optional.empty());
  }
}
