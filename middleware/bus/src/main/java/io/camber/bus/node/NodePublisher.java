package io.camber.bus.node;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import io.camber.bus.node.NodeReply.Recipient;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Payload;
import org.jspecify.annotations.Nullable;

/** Numbers, stamps and encodes what a node publishes on one topic. Runs on the node's thread of the moment. */
final class NodePublisher<T> implements Publisher<T> {
  private static final int FIRST_CAPACITY = 256;
  private static final Recipient EVERYBODY = new Recipient.Everybody();

  private final LocalNode node;
  private final Topic<T> topic;
  private final MessageSequence sequence;
  private int capacity = FIRST_CAPACITY;

  NodePublisher(LocalNode node, Topic<T> topic) {
    this.node = node;
    this.topic = topic;
    this.sequence = node.sequenceOf(topic.name());
  }

  @Override
  public void publish(T value, long measurementTimeNs) {
    publishTo(value, measurementTimeNs, EVERYBODY);
  }

  @Override
  public void publishSample(T value, long measurementTimeNs) {
    Origin origin = new Origin(topic.name(), sequence.peek(), measurementTimeNs);
    node.send(message(value, measurementTimeNs, Origins.of(origin)), EVERYBODY);
  }

  /** Publishes for one recipient and returns the message's sequence. */
  long publishTo(T value, long measurementTimeNs, Recipient recipient) {
    BusMessage<T> message = message(value, measurementTimeNs, node.origins());
    node.send(message, recipient);
    return message.envelope().sequence();
  }

  private BusMessage<T> message(T value, long measurementTimeNs, Origins origins) {
    node.requirePublishing(topic.name());
    Envelope envelope = new Envelope(
        topic.name(),
        node.name(),
        sequence.take(),
        node.publishTimeNs(),
        measurementTimeNs,
        origins);
    return new BusMessage<>(topic, envelope, value, encode(value));
  }

  private @Nullable Payload encode(T value) {
    if (node.encoding() == RunTerms.Encoding.NONE) {
      return null;
    }
    PayloadBuffer buffer = new PayloadBuffer(capacity);
    topic.codec().encode(value, buffer);
    if (buffer.length() > capacity) {
      // some room to grow, or every slightly longer message would be copied into twice its size
      capacity = buffer.length() + buffer.length() / 4;
    }
    return node.encoding() == RunTerms.Encoding.HASHED
        ? Payload.hashed(buffer)
        : Payload.unhashed(buffer);
  }
}
