package io.camber.app.simulation;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Wire;
import java.util.List;

/** Processes for the nodes of a real-time run. The world and the jury stay in the process of the run. */
public interface RealtimeHosts {
  /** The bus that all meet on; stays its owner's to close. */
  Wire wire();

  /** How long processes may take to come up before the run's clock shows 0. */
  long startupNs();

  /** Tells which nodes the run has, before the first of them is asked for. */
  void begin(List<NodeSpec> nodes);

  /**
   * Sees to a node's process; false when the node is to live in the process of the run.
   *
   * @param epochNs when the run's clock shows 0, since 1970-01-01T00:00Z
   */
  boolean host(NodeSpec spec, long epochNs);
}
