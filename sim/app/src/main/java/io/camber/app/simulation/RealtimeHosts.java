package io.camber.app.simulation;

import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.MessageListener;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireEvents;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Processes for the nodes of a real-time run. The world and the jury stay in the process of the run. */
public interface RealtimeHosts {
  /** The bus that all meet on; stays its owner's to close. */
  Wire wire();

  /** What happens on that bus. */
  WireEvents events();

  /** Wants to hear everything that happens in the run. */
  MessageListener listener();

  /** Tells which nodes the run has, before the first of them is asked for. */
  void announce(List<NodeSpec> nodes);

  /** Sees to a node's process; false when the node is to live in the process of the run. */
  boolean host(NodeSpec spec);

  /**
   * Waits like {@link #begin}, and tells everybody that what begins is a rehearsal.
   *
   * @param lengthNs how long it lasts; afterwards all nodes are made anew and wait again
   * @param stopped asked often; ends the wait
   * @return when the rehearsal's clock shows 0, in nanoseconds since 1970-01-01T00:00Z
   * @throws io.camber.diagnostics.InputException when a node does not come up
   */
  long rehearse(long lengthNs, BooleanSupplier stopped);

  /**
   * Waits until every node is where it should be and ready, and tells all of them when the run begins.
   *
   * @param stopped asked often; ends the wait
   * @return when the run's clock shows 0, in nanoseconds since 1970-01-01T00:00Z
   * @throws io.camber.diagnostics.InputException when a node does not come up
   */
  long begin(BooleanSupplier stopped);
}
