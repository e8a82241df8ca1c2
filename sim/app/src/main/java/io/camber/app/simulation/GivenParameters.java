package io.camber.app.simulation;

import io.camber.app.input.Suggestions;
import io.camber.bus.node.DeclaredParameters;
import io.camber.bus.node.NodeSpec;
import io.camber.diagnostics.InputException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values of nodes' parameters that a user gave for the start, checked against what the nodes declare. */
final class GivenParameters {
  private final Map<String, Map<String, String>> byNode = new TreeMap<>();

  /** Values by {@code node.name}; the name is what follows the last dot. */
  GivenParameters(Map<String, String> values) {
    values.forEach((key, value) -> {
      int dot = key.lastIndexOf('.');
      if (dot <= 0 || dot == key.length() - 1) {
        throw new InputException("parameter " + key + ": is not like planning.time_gap_s");
      }
      byNode
          .computeIfAbsent(key.substring(0, dot), node -> new TreeMap<>())
          .put(key.substring(dot + 1), value);
    });
  }

  /**
   * All nodes of a run with their values.
   *
   * @throws InputException naming key, what is allowed and the nearest known name
   */
  List<NodeSpec> onAll(List<NodeSpec> nodes) {
    List<String> names = nodes.stream().map(NodeSpec::name).toList();
    for (String node : byNode.keySet()) {
      if (!names.contains(node)) {
        String key = node + "." + byNode.get(node).keySet().iterator().next();
        throw new InputException("parameter " + key + ": there is no node " + node
            + Suggestions.hint(node, names) + "\n  there are: " + String.join(", ", names));
      }
    }
    return on(nodes);
  }

  /** Some nodes of a run with their values; those of others are theirs to check. */
  List<NodeSpec> on(List<NodeSpec> nodes) {
    return nodes.stream().map(this::on).toList();
  }

  private NodeSpec on(NodeSpec node) {
    Map<String, String> given = byNode.getOrDefault(node.name(), Map.of());
    if (given.isEmpty()) {
      return node;
    }
    List<String> known = DeclaredParameters.names(node);
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new InputException("parameter " + node.name() + "." + name + ": node " + node.name()
            + " has no such parameter" + Suggestions.hint(name, known)
            + (known.isEmpty() ? "" : "\n  there are: " + String.join(", ", known)));
      }
    }
    NodeSpec with = node.withParameters(given);
    try {
      DeclaredParameters.names(with);
    } catch (IllegalArgumentException e) {
      throw new InputException("parameter " + e.getMessage(), e);
    }
    return with;
  }
}
