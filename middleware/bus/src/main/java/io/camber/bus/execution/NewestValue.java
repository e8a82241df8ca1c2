package io.camber.bus.execution;

import io.camber.bus.node.NodeCall.Item;
import io.camber.bus.transport.BusMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest message for a port that wants only the newest, until the node is next called. */
final class NewestValue {
  private final int port;
  private @Nullable BusMessage<?> arrived;

  NewestValue(int port) {
    this.port = port;
  }

  void arrive(BusMessage<?> message) {
    arrived = message;
  }

  void drainTo(List<Item> target) {
    BusMessage<?> message = arrived;
    if (message != null) {
      target.add(Item.message(port, message));
      arrived = null;
    }
  }
}
