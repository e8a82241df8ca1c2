package io.camber.app.simulation;

import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import java.util.List;

/**
 * Nodes in this process that from a time on take none: what they say appears the moment they are called. No node says anything before
 * what it said earlier, so that the change itself puts nothing in disorder.
 */
final class PromptBodies implements NodeBodies {
  private final long fromNs;

  PromptBodies(long fromNs) {
    this.fromNs = fromNs;
  }

  @Override
  public void begin(List<NodeSpec> nodes) {
    NodeBodies.HERE.begin(nodes);
  }

  @Override
  public NodeBody body(NodeSpec spec, RunTerms terms) {
    return new LocalNode(spec, terms, callNs -> publishNs(callNs, spec.latencyNs()));
  }

  long publishNs(long callNs, long latencyNs) {
    return callNs < fromNs ? callNs + latencyNs : Math.max(callNs, fromNs + latencyNs);
  }

  @Override
  public int threads(int wanted, int nodes) {
    return NodeBodies.HERE.threads(wanted, nodes);
  }

  @Override
  public void close() {
    NodeBodies.HERE.close();
  }
}
