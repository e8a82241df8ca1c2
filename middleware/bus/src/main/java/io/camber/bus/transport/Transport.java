package io.camber.bus.transport;

import io.camber.bus.Topic;

/**
 * Carries messages from publishers to receivers. Delivers each topic's messages in the order sent, to receivers in the
 * order attached. A receiver that attaches to a transient-local topic late gets the newest message at once.
 */
public interface Transport extends AutoCloseable {
  /**
   * Lets a receiver in on a topic.
   *
   * @throws IllegalArgumentException when the topic's name is already in use with another type
   */
  <T> void attach(Topic<T> topic, Receiver<T> receiver);

  <T> void send(BusMessage<T> message);

  @Override
  void close();
}
