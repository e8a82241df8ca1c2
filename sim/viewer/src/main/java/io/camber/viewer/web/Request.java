package io.camber.viewer.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that passed the gate.
 *
 * @param path segments between slashes, decoded
 */
public record Request(List<String> path, Map<String, String> query) {
  public Request {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A number of the query; empty when it is missing or none. */
  public Optional<Double> number(String name) {
    String text = query.get(name);
    if (text == null) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
