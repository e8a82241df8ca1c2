package io.camber.bus;

/** What a node may be told about the service it gets on a topic. */
public enum QosEvent {
  /** Nothing came within the topic's deadline; told again each deadline that passes without a message. */
  DEADLINE_MISSED(0),
  /** The queue was full and the oldest message fell, or messages were lost on the way. */
  MESSAGES_LOST(1),
  /** A publisher's node has died, has left, or has given no heartbeat for half a second. */
  LIVELINESS_LOST(2),
  /** A publisher's node is there (again). */
  LIVELINESS_GAINED(3),
  /** Somebody publishes the topic with another schema or less than the requested QoS; nothing comes from there. */
  INCOMPATIBLE(4);

  private static final QosEvent[] BY_NUMBER = values();

  private final int number;

  QosEvent(int number) {
    this.number = number;
  }

  /** Stable number for wires and logs. */
  public int number() {
    return number;
  }

  public static QosEvent of(int number) {
    return BY_NUMBER[number];
  }
}
