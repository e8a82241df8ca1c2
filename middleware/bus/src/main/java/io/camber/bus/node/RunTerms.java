package io.camber.bus.node;

/**
 * What all nodes of a run have in common.
 *
 * @param seed every node draws its own streams from it
 * @param encoding what becomes of every message's bytes
 * @param topics what the runtime itself publishes on
 */
public record RunTerms(long seed, Encoding encoding, RuntimeTopics topics) {
  /** What becomes of the bytes. */
  public enum Encoding {
    /** Values only; nobody sends, records or compares. */
    NONE,
    /** Encoded for wires and logs. */
    PLAIN,
    /** Encoded, and hashed on the publishing thread for the run's chain. */
    HASHED
  }
}
