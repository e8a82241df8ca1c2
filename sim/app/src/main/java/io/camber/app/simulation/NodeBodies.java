package io.camber.app.simulation;

import io.camber.bus.node.LocalNode;
import io.camber.bus.node.NodeBody;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.node.RunTerms;
import java.util.List;

/** Decides where the nodes of a lockstep run live. The world itself always lives with the executor. */
public interface NodeBodies extends AutoCloseable {
  /** All in this process. */
  NodeBodies HERE = new NodeBodies() {
    @Override
    public void begin(List<NodeSpec> nodes) {}

    @Override
    public NodeBody body(NodeSpec spec, RunTerms terms) {
      return new LocalNode(spec, terms, callNs -> callNs + spec.latencyNs());
    }

    @Override
    public int threads(int wanted, int nodes) {
      return wanted;
    }

    @Override
    public void close() {}
  };

  /** Tells which nodes the run has, before the first of them is asked for. */
  void begin(List<NodeSpec> nodes);

  NodeBody body(NodeSpec spec, RunTerms terms);

  /** Threads that the executor needs for calling so many nodes. */
  int threads(int wanted, int nodes);

  @Override
  void close();
}
