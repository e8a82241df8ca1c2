package io.camber.bus.parameter.service;

import io.camber.bus.Service;
import io.camber.bus.Topic;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterState;

/** What parameters travel on: one topic for everybody's state, one pair for the services of all nodes. */
public record ParameterTopics(
    Topic<ParameterState> states,
    Topic<ParameterRequest> requests,
    Topic<ParameterAnswer> answers) {
  /** The service by which a node's parameters are changed. */
  public Service<ParameterRequest, ParameterAnswer> serviceOf(String node) {
    return new Service<>(node + "/set_parameters", requests, answers);
  }
}
