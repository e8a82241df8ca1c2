package io.camber.bus.transport;

import io.camber.bus.Envelope;
import io.camber.bus.Topic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way: the immutable value itself, its bytes, or both. A message that came over a wire is decoded when
 * somebody first asks for its value.
 */
public final class BusMessage<T> {
  private final Topic<T> topic;
  private final Envelope envelope;
  private final @Nullable Payload payload;
  private final @Nullable T given;

  /** Made when first asked for; a field of its own, so that a message with a value is made without a fence. */
  private volatile @Nullable T decoded;

  public BusMessage(Topic<T> topic, Envelope envelope, T value, @Nullable Payload payload) {
    this.topic = topic;
    this.envelope = envelope;
    this.given = value;
    this.payload = payload;
  }

  private BusMessage(Topic<T> topic, Envelope envelope, Payload payload) {
    this.topic = topic;
    this.envelope = envelope;
    this.payload = payload;
    this.given = null;
  }

  /** A message that came as bytes. */
  public static <T> BusMessage<T> received(Topic<T> topic, Envelope envelope, Payload payload) {
    return new BusMessage<>(topic, envelope, payload);
  }

  public Topic<T> topic() {
    return topic;
  }

  public Envelope envelope() {
    return envelope;
  }

  /**
   * The value; every caller gets an equal one.
   *
   * @throws io.camber.bus.MalformedMessageException when the bytes that came are not one
   */
  public T value() {
    T present = given != null ? given : decoded;
    if (present == null) {
      if (payload == null) {
        throw new IllegalStateException(
            "a message of " + topic.name() + " has neither value nor bytes");
      }
      present = topic.codec().decode(payload.view());
      decoded = present;
    }
    return present;
  }

  /** The encoded value; absent when the run neither records nor hashes. */
  public Optional<Payload> payload() {
    return Optional.ofNullable(payload);
  }
}
