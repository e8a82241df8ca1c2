package io.camber.app.simulation;

import io.camber.bus.NodeFactory;
import io.camber.bus.node.NodeSpec;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A node made of the one that would be in its place and the one that is shipped.
 *
 * @param node whose place it takes
 */
record Substitution(String node, BinaryOperator<NodeFactory> actualAndShipped) {
  /** The spec with the new node, which may see the truth. */
  NodeSpec on(NodeSpec actual, NodeSpec shipped) {
    return new NodeSpec(
        actual.name(),
        actualAndShipped.apply(actual.factory(), shipped.factory()),
        actual.latencyNs(),
        List.of(),
        actual.overrides(),
        actual.parameters(),
        actual.essential());
  }
}
