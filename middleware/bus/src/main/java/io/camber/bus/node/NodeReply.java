package io.camber.bus.node;

import io.camber.bus.transport.BusMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a call brought forth.
 *
 * @param wakeNs when the node wants to be called though nothing arrives; {@link Long#MAX_VALUE} for never
 * @param failure what a handler threw; the node is not called again
 */
public record NodeReply(List<Outgoing> outgoing, long wakeNs, Optional<RuntimeException> failure) {
  public static final NodeReply NOTHING =
      new NodeReply(List.of(), Long.MAX_VALUE, Optional.empty());

  /** One message and whom it is for. */
  public record Outgoing(BusMessage<?> message, Recipient recipient) {}

  /** Whom a message is for; it counts as a message of its topic all the same. */
  public sealed interface Recipient {
    /** Everybody on the topic. */
    record Everybody() implements Recipient {}

    /** Whoever serves the service. */
    record Server(String service) implements Recipient {}

    /** The node that asked the service, and its question's sequence. */
    record Asker(String service, String node, long question) implements Recipient {}
  }
}
