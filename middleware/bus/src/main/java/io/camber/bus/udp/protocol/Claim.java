package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A message before it is sent. */
public final class Claim {
  private final MessageBuffer message;
  private final ByteBuffer view;

  Claim(MessageBuffer message) {
    this.message = message;
    this.view = message.bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  MessageBuffer message() {
    return message;
  }

  Claim start() {
    view.limit(message.payloadAt() + message.payloadBytes()).position(message.payloadAt());
    return this;
  }

  /** Where the payload goes, position to limit. */
  public ByteBuffer payload() {
    return view;
  }

  /** Bytes of payload that fit. */
  public int lengthMax() {
    return message.payloadBytes();
  }

  /** Copies a payload in, position to limit; the source's position does not move. */
  public void fill(ByteBuffer payload) {
    message.bytes.put(message.payloadAt(), payload, payload.position(), payload.remaining());
  }

  /** Copies a part of a payload in. */
  void fill(ByteBuffer payload, int offset, int length) {
    message.bytes.put(message.payloadAt() + offset, payload, payload.position() + offset, length);
  }

  /** Gives the memory back unsent. */
  public void abort() {
    message.release();
  }
}
