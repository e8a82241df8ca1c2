package io.camber.bus.transport;

/**
 * A living end on the bus as everybody may see it.
 *
 * @param host name of the host it runs on
 * @param counters as its owner last published them; read without subscribing
 */
public record Endpoint(
    String node,
    String host,
    long pid,
    Direction direction,
    WireTopic topic,
    WireCounters counters) {
  /** Which way messages go. */
  public enum Direction {
    PUBLISHES,
    SUBSCRIBES
  }
}
