package io.camber.bus.node;

import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;

/** The ports that a node has declared, by number, and what is done with what comes through them. */
final class DeclaredPorts {
  /** Takes what a call hands to one port. */
  interface Entrance {
    void take(NodeCall.Item item);
  }

  private final String node;
  private final List<Port> ports = new ArrayList<>();
  private final List<Entrance> entrances = new ArrayList<>();
  private boolean closed;

  DeclaredPorts(String node) {
    this.node = node;
  }

  void declare(Port port, Entrance entrance) {
    if (closed) {
      throw new IllegalStateException(
          "node " + node + " declares " + port + " after its start; declare it in start");
    }
    ports.add(port);
    entrances.add(entrance);
  }

  /** Ends the declaration. */
  void close() {
    closed = true;
  }

  int count() {
    return ports.size();
  }

  List<Port> list() {
    return ports;
  }

  void take(NodeCall.Item item) {
    entrances.get(item.port()).take(item);
  }

  static BusMessage<?> messageOf(NodeCall.Item item) {
    BusMessage<?> message = item.message();
    if (message == null) {
      throw new IllegalStateException("port " + item.port() + " was called without a message");
    }
    return message;
  }
}
