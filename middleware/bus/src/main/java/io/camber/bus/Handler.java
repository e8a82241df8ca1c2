package io.camber.bus;

/** Receives the messages of a topic. */
@FunctionalInterface
public interface Handler<T> {
  void handle(T value, Envelope envelope);
}
