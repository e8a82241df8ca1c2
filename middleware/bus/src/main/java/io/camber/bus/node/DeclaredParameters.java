package io.camber.bus.node;

import java.util.List;

/** What a node would declare, found out before a run by a node that is started and never called. */
public final class DeclaredParameters {
  private DeclaredParameters() {}

  /**
   * Names of the node's parameters in the order of declaration. Makes a node by its factory, starts it and drops it.
   *
   * @throws IllegalArgumentException when the values in the spec do not suit
   */
  public static List<String> names(NodeSpec spec) {
    RunTerms terms = new RunTerms(0, RunTerms.Encoding.NONE, RuntimeTopics.NONE);
    LocalNode node = new LocalNode(spec, terms, callNs -> callNs);
    node.start(0);
    return node.declaredParameters();
  }
}
