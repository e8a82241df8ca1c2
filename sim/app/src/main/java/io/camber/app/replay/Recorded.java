package io.camber.app.replay;

import io.camber.bus.Envelope;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Payload;
import java.nio.ByteBuffer;

/** A message of a log with its envelope; the bytes are a view of the log. */
record Recorded(Topic<?> topic, Envelope envelope, ByteBuffer bytes) {
  /** The message as it goes over the bus. */
  BusMessage<?> message() {
    return message(topic);
  }

  private <T> BusMessage<T> message(Topic<T> of) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return BusMessage.received(of, envelope, Payload.unhashed(PayloadBuffer.of(copy)));
  }
}
