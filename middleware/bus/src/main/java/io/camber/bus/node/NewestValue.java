package io.camber.bus.node;

import io.camber.bus.transport.BusMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest message for a port that wants only the newest, until the node is next called. */
final class NewestValue {
  /** Of a port that wants more than the newest: never has one. */
  static final NewestValue NONE = new NewestValue(-1);

  private final int port;
  private @Nullable BusMessage<?> arrived;

  NewestValue(int port) {
    this.port = port;
  }

  void arrive(BusMessage<?> message) {
    arrived = message;
  }

  void drainTo(List<NodeCall.Item> target) {
    BusMessage<?> message = arrived;
    if (message != null) {
      target.add(NodeCall.Item.message(port, message));
      arrived = null;
    }
  }
}
