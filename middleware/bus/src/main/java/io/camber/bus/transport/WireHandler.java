package io.camber.bus.transport;

import java.nio.ByteBuffer;

/** Takes one message off a wire. */
@FunctionalInterface
public interface WireHandler {
  /**
   * Called once per message, in order.
   *
   * @param publisher the sending node
   * @param header reused by the reader; valid during the call
   * @param payload read-only, little-endian, from position to limit; a view that is valid during the call only, unless
   *     {@link WireReader#loan} extends it
   */
  void onMessage(String publisher, WireHeader header, ByteBuffer payload);
}
