package io.camber.bus.remote;

import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.OriginBytes;
import io.camber.bus.transport.Payload;
import io.camber.bus.transport.WireHeader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Reads the fields of one frame in order. */
final class FrameParser {
  private final ByteBuffer frame;
  private final FrameKind kind;

  /** Begins with a frame, position to limit, little-endian. */
  FrameParser(ByteBuffer frame) {
    this.frame = frame;
    this.kind = FrameKind.of(u8());
  }

  FrameKind kind() {
    return kind;
  }

  int u8() {
    try {
      return frame.get() & 0xff;
    } catch (BufferUnderflowException e) {
      throw tooShort(e);
    }
  }

  int i32() {
    try {
      return frame.getInt();
    } catch (BufferUnderflowException e) {
      throw tooShort(e);
    }
  }

  long i64() {
    try {
      return frame.getLong();
    } catch (BufferUnderflowException e) {
      throw tooShort(e);
    }
  }

  String string() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    try {
      byte[] bytes = new byte[frame.getShort() & 0xffff];
      frame.get(bytes);
      return bytes;
    } catch (BufferUnderflowException e) {
      throw tooShort(e);
    }
  }

  private static MalformedMessageException tooShort(BufferUnderflowException cause) {
    return new MalformedMessageException("a frame ends before its fields do", cause);
  }

  /** The message that ends the frame, its bytes copied and hashed for the run's chain. */
  BusMessage<?> message(TopicCatalog catalog) {
    return message(catalog, Payload::hashed);
  }

  /** The message that ends the frame, its bytes copied. */
  BusMessage<?> messageUnhashed(TopicCatalog catalog) {
    return message(catalog, Payload::unhashed);
  }

  private BusMessage<?> message(TopicCatalog catalog, Function<PayloadBuffer, Payload> owning) {
    Topic<?> topic = catalog.topic(string());
    String publisher = string();
    long sequence = i64();
    long publishTimeNs = i64();
    long measurementTimeNs = i64();
    byte[] origins = bytes();
    WireHeader header = new WireHeader();
    System.arraycopy(origins, 0, header.resizeOrigins(origins.length), 0, origins.length);
    Envelope envelope = new Envelope(
        topic.name(),
        publisher,
        sequence,
        publishTimeNs,
        measurementTimeNs,
        OriginBytes.decode(header));
    PayloadBuffer payload = new PayloadBuffer(Math.max(1, frame.remaining()));
    payload.append(frame);
    return BusMessage.received(topic, envelope, owning.apply(payload));
  }
}
