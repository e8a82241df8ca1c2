package io.camber.bus.lifecycle;

import io.camber.bus.Service;
import io.camber.bus.Topic;

/** What lifecycles travel on: one topic for everybody's state, one pair for the services of all nodes. */
public record LifecycleTopics(
    Topic<LifecycleStatus> states,
    Topic<LifecycleRequest> requests,
    Topic<LifecycleStatus> answers) {
  /** The service by which a node is paused and set to work again. */
  public Service<LifecycleRequest, LifecycleStatus> serviceOf(String node) {
    return new Service<>(node + "/change_state", requests, answers);
  }
}
