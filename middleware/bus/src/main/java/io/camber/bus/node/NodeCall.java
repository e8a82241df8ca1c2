package io.camber.bus.node;

import io.camber.bus.QosEvent;
import io.camber.bus.transport.BusMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one call hands to a node, in order; newest values that changed come first. */
public record NodeCall(long timeNs, List<Item> items) {
  public NodeCall {
    items = List.copyOf(items);
  }

  /**
   * One thing for one port.
   *
   * @param port the port's number, or {@link #WAKE}
   * @param number a tick's time, the number of a {@link QosEvent}, or the sequence of the question that the message answers
   * @param message absent for ticks and wake-ups
   */
  public record Item(int port, long number, @Nullable BusMessage<?> message) {
    /** The port number of the call that a node asked for by {@link NodeReply#wakeNs}. */
    public static final int WAKE = -1;

    public static Item tick(int port, long timeNs) {
      return new Item(port, timeNs, null);
    }

    public static Item message(int port, BusMessage<?> message) {
      return new Item(port, 0, message);
    }

    public static Item answer(int port, long question, BusMessage<?> message) {
      return new Item(port, question, message);
    }

    public static Item event(int port, QosEvent event) {
      return new Item(port, event.number(), null);
    }

    public static Item wake(long timeNs) {
      return new Item(WAKE, timeNs, null);
    }
  }
}
