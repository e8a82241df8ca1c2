package io.camber.bus.transport;

/**
 * One node's end of one topic, for receiving from every publisher of the topic. Owned by one thread; allocates nothing per
 * message. A best-effort reader sees at most the newest {@code depth} messages of each publisher and counts the others; a
 * reliable reader sees all in order, or is told what it lost.
 */
public interface WireReader extends AutoCloseable {
  /**
   * Hands up to {@code limit} waiting messages to the handler, of each publisher in the order sent.
   *
   * @return how many
   */
  int poll(WireHandler handler, int limit);

  /** Whether {@link #poll} would find something; cheap enough to spin on. False once this is closed, and then poll brings nothing. */
  boolean hasMessages();

  /**
   * Called from inside a handler: keeps the payload that it was given valid until the loan is closed. Where the wire cannot
   * hold the bytes in place (best effort), it answers a copy.
   */
  Loan loan();

  /** Messages and bytes received, and messages lost, exactly. Safe from any thread. */
  WireCounters counters();

  @Override
  void close();
}
