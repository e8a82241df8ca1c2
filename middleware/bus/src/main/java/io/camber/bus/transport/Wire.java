package io.camber.bus.transport;

import java.util.List;

/**
 * Carries bytes between the processes of one bus: shared memory on a host, UDP between hosts. Ends find each other by
 * topic name without a daemon; ends whose schema hashes or QoS do not fit are not connected and both sides are told
 * through {@link WireListener}. A reader that comes late to a transient-local topic gets the newest message of each
 * publisher.
 */
public interface Wire extends AutoCloseable {
  /**
   * Opens the sending end of a topic.
   *
   * @param node the publishing node; unique on the bus
   * @throws WireException when the node's name is taken by a living process, or the topic has this writer already
   */
  WireWriter openWriter(WireTopic topic, String node);

  /**
   * Opens a receiving end of a topic, whether or not somebody publishes it already.
   *
   * @param node the receiving node
   * @param bell rung when a message arrives while its owner sleeps
   */
  WireReader openReader(WireTopic topic, String node, Bell bell);

  /** A bell that this wire's writers in other processes can ring. */
  Bell openBell(String node, Waiting waiting);

  /** Every living end on the bus that this wire knows of, its own included, ordered by node, topic and direction. */
  List<Endpoint> endpoints();

  /**
   * Closes ends of this wire together, readers first: what that has to wait for it waits for once, not once for each. All are
   * closed, whatever becomes of each; the first failure is thrown last.
   */
  default void close(List<WireReader> readers, List<WireWriter> writers) {
    Ending ending = new Ending();
    readers.forEach(reader -> ending.run(reader::close));
    writers.forEach(writer -> ending.run(writer::close));
    ending.finish();
  }

  @Override
  void close();
}
