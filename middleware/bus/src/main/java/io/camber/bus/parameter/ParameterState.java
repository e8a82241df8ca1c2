package io.camber.bus.parameter;

import java.util.List;
import java.util.Optional;

/**
 * All parameters of a node as they are at one time; published when it has started and after every change.
 *
 * @param changed names of those that differ from the state before; empty at the start
 */
public record ParameterState(long timeNs, String node, List<Entry> entries, List<String> changed) {
  /** A parameter and its value. */
  public record Entry(ParameterDescriptor descriptor, ParameterValue value) {}

  public ParameterState {
    entries = List.copyOf(entries);
    changed = List.copyOf(changed);
  }

  public Optional<Entry> find(String name) {
    return entries.stream()
        .filter(entry -> entry.descriptor().name().equals(name))
        .findFirst();
  }
}
