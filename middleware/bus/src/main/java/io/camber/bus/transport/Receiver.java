package io.camber.bus.transport;

/** Where a transport delivers. */
@FunctionalInterface
public interface Receiver<T> {
  void receive(BusMessage<T> message);
}
