package io.camber.bus.parameter;

import java.util.List;

/** Asks a node to change some of its parameters: all of them or none. */
public record ParameterRequest(String node, List<Assignment> assignments) {
  /** A parameter and the value that it is to have. */
  public record Assignment(String name, ParameterValue value) {}

  public ParameterRequest {
    assignments = List.copyOf(assignments);
  }
}
