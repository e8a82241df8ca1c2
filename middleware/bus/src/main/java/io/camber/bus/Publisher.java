package io.camber.bus;

/** Sends values on one topic. Usable only inside the node's own handlers. */
public interface Publisher<T> {
  /**
   * Publishes a value derived from what the current handler received and read; its origins travel along.
   *
   * @param measurementTimeNs when the physics that the value describes happened
   */
  void publish(T value, long measurementTimeNs);

  /** Publishes a sensor sample: the message becomes its own and only origin. */
  void publishSample(T value, long measurementTimeNs);
}
