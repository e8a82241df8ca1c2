package io.camber.bus.execution;

import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one call of a node published, in order; handed to the executor when the node's latency has passed. */
final class Outbox {
  /** One message; with a recipient it goes there alone, otherwise to everybody on the topic. */
  record Item(BusMessage<?> message, Optional<Consumer<BusMessage<?>>> recipient) {}

  private List<Item> items = new ArrayList<>();

  void add(BusMessage<?> message) {
    items.add(new Item(message, Optional.empty()));
  }

  void addTo(BusMessage<?> message, Consumer<BusMessage<?>> recipient) {
    items.add(new Item(message, Optional.of(recipient)));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  List<Item> drain() {
    List<Item> taken = items;
    items = new ArrayList<>();
    return taken;
  }
}
