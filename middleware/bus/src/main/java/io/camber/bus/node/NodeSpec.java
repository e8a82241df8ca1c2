package io.camber.bus.node;

import io.camber.bus.NodeFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a node takes part in a run.
 *
 * @param name unique in the run; also the order key for ties is the order in which specs are added
 * @param latencyNs simulation time between a handler's call and the appearance of what it published
 * @param closedPrefixes topics that the node may neither read nor write
 * @param overrides configuration values by record component name
 * @param parameters values for the start by parameter name, as text
 * @param essential when it fails, the run fails; otherwise it falls silent and the rest must cope
 */
public record NodeSpec(
    String name,
    NodeFactory factory,
    long latencyNs,
    List<String> closedPrefixes,
    Map<String, String> overrides,
    Map<String, String> parameters,
    boolean essential) {
  public NodeSpec {
    if (latencyNs < 0) {
      throw new IllegalArgumentException(
          "latencyNs=" + latencyNs + " of node " + name + " is negative");
    }
    closedPrefixes = List.copyOf(closedPrefixes);
    overrides = new TreeMap<>(overrides);
    parameters = new TreeMap<>(parameters);
  }

  /** A part of the world around the stack: sees everything, and the run cannot go on without it. */
  public static NodeSpec world(String name, long latencyNs, NodeFactory factory) {
    return new NodeSpec(name, factory, latencyNs, List.of(), Map.of(), Map.of(), true);
  }

  /** A part of the stack: may not touch topics under the given prefix. */
  public static NodeSpec stack(
      String name, long latencyNs, String closedPrefix, NodeFactory factory) {
    return new NodeSpec(name, factory, latencyNs, List.of(closedPrefix), Map.of(), Map.of(), false);
  }

  public NodeSpec withFactory(NodeFactory replacement) {
    return new NodeSpec(
        name, replacement, latencyNs, closedPrefixes, overrides, parameters, essential);
  }

  public NodeSpec withLatencyNs(long replacement) {
    return new NodeSpec(
        name, factory, replacement, closedPrefixes, overrides, parameters, essential);
  }

  public NodeSpec withOverrides(Map<String, String> replacement) {
    return new NodeSpec(
        name, factory, latencyNs, closedPrefixes, replacement, parameters, essential);
  }

  public NodeSpec withParameters(Map<String, String> replacement) {
    return new NodeSpec(
        name, factory, latencyNs, closedPrefixes, overrides, replacement, essential);
  }

  /** Whether the node may not touch the topic. */
  public boolean isClosed(String topic) {
    return closedPrefixes.stream().anyMatch(topic::startsWith);
  }
}
