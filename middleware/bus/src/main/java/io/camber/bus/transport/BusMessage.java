package io.camber.bus.transport;

import io.camber.bus.Envelope;
import io.camber.bus.Topic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message on its way: the immutable value itself, and its bytes where somebody needs them. */
public final class BusMessage<T> {
  private final Topic<T> topic;
  private final Envelope envelope;
  private final T value;
  private final @Nullable Payload payload;

  public BusMessage(Topic<T> topic, Envelope envelope, T value, @Nullable Payload payload) {
    this.topic = topic;
    this.envelope = envelope;
    this.value = value;
    this.payload = payload;
  }

  public Topic<T> topic() {
    return topic;
  }

  public Envelope envelope() {
    return envelope;
  }

  public T value() {
    return value;
  }

  /** The encoded value; absent when the run neither records nor hashes. */
  public Optional<Payload> payload() {
    return Optional.ofNullable(payload);
  }
}
