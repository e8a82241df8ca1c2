package io.camber.bus.transport;

/**
 * Something on a wire that people should know.
 *
 * @param node the node on the other end, empty when unknown
 * @param topic empty when it concerns the whole node
 */
public record WireEvent(Kind kind, String node, String topic, String detail) {
  /** What kind of thing. */
  public enum Kind {
    /** A node of the bus came up. */
    NODE_FOUND,
    /** A node of the bus ended in order. */
    NODE_LEFT,
    /** A node of the bus died or fell silent; what it held was given back. */
    NODE_DIED,
    /** Two living processes have a node of this name; the ends of the one that began later are not connected. */
    NODE_REFUSED,
    /** An end on the same topic has another schema; the two are not connected. */
    SCHEMA_MISMATCH,
    /** An end on the same topic offers less than the other requests; the two are not connected. */
    QOS_MISMATCH,
    /** A reliable reader was too slow and lost messages by the declared policy. */
    READER_OVERRUN,
    /** Bytes on the wire that no honest peer sends; they were dropped. */
    MALFORMED
  }
}
