package io.camber.bus.remote;

import io.camber.bus.Envelope;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Payload;
import io.camber.bus.transport.WireHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes one frame after the other into the same buffer. Owned by one thread at a time. */
final class FrameBuilder {
  private static final int SHORT_MAX = 0xffff;

  private final PayloadBuffer buffer = new PayloadBuffer(4096);
  private final OriginBytes origins = new OriginBytes();
  private final WireHeader header = new WireHeader();

  FrameBuilder begin(FrameKind kind) {
    buffer.clear();
    return u8(kind.code());
  }

  FrameBuilder u8(int value) {
    int at = buffer.extend(1);
    buffer.array()[at] = (byte) value;
    return this;
  }

  FrameBuilder i32(int value) {
    int at = buffer.extend(Integer.BYTES);
    little().putInt(at, value);
    return this;
  }

  FrameBuilder i64(long value) {
    int at = buffer.extend(Long.BYTES);
    little().putLong(at, value);
    return this;
  }

  FrameBuilder string(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return bytes(bytes, bytes.length);
  }

  private FrameBuilder bytes(byte[] bytes, int length) {
    if (length > SHORT_MAX) {
      throw new IllegalArgumentException("length=" + length + " is above " + SHORT_MAX);
    }
    int at = buffer.extend(Short.BYTES + length);
    little().putShort(at, (short) length);
    System.arraycopy(bytes, 0, buffer.array(), at + Short.BYTES, length);
    return this;
  }

  /** Appends a message; nothing may follow it. */
  FrameBuilder message(BusMessage<?> message) {
    Envelope envelope = message.envelope();
    header.set(envelope.sequence(), envelope.publishTimeNs(), envelope.measurementTimeNs());
    origins.encode(envelope.origins(), header);
    string(envelope.topic()).string(envelope.publisher());
    i64(envelope.sequence()).i64(envelope.publishTimeNs()).i64(envelope.measurementTimeNs());
    bytes(header.originBytes(), header.originLength());
    Payload payload = message
        .payload()
        .orElseThrow(() -> new IllegalStateException(
            "a run across processes must encode its messages; " + envelope.topic() + " is not"));
    buffer.append(ByteBuffer.wrap(payload.array(), 0, payload.length()));
    return this;
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(buffer.array()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The frame; valid until the next one begins. */
  ByteBuffer frame() {
    return buffer.view();
  }
}
