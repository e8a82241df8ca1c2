package io.camber.bus.realtime;

import io.camber.bus.node.NodeReply.Outgoing;
import io.camber.bus.node.Port;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How one node's messages reach it and leave it. Owned by the node's thread, but for what is said otherwise. */
interface Delivery extends AutoCloseable {
  /** Opens what the node's ports need. */
  void connect(List<Port> ports);

  /** The bell that rings when something arrives. */
  Bell bell();

  /** Asks whether {@link #poll} would find something. */
  BooleanSupplier hasMessages();

  /** Hands over everything that has arrived. */
  void poll(Arrivals arrivals);

  /** Sends one message; false when a wire refused it. */
  boolean send(Outgoing outgoing);

  /** For a moment in which nothing arrives: see {@link io.camber.bus.transport.WireWriter#prepare}. */
  default void prepare() {}

  /** Shows whoever looks that the node works. */
  void beat();

  /** How many heartbeats were heard of each node. */
  Map<String, Long> beats();

  /** Every end that can be seen from here. */
  List<Endpoint> endpoints();

  /** Messages of a topic that were lost on the way to this node. */
  long lost(String topic);

  /** Messages that arrived and could not be decoded. */
  long malformed();

  @Override
  void close();
}
