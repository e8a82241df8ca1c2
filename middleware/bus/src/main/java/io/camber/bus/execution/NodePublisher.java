package io.camber.bus.execution;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Publisher;
import io.camber.bus.Topic;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.Payload;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers, stamps and encodes what a node publishes on one topic. Runs on the node's thread of the moment. */
final class NodePublisher<T> implements Publisher<T> {
  private static final int FIRST_CAPACITY = 256;

  private final NodeRuntime node;
  private final Topic<T> topic;
  private long sequence;
  private int capacity = FIRST_CAPACITY;

  NodePublisher(NodeRuntime node, Topic<T> topic) {
    this.node = node;
    this.topic = topic;
  }

  @Override
  public void publish(T value, long measurementTimeNs) {
    node.outbox().add(message(value, measurementTimeNs, node.origins()));
  }

  @Override
  public void publishSample(T value, long measurementTimeNs) {
    Origin origin = new Origin(topic.name(), sequence, measurementTimeNs);
    node.outbox().add(message(value, measurementTimeNs, Origins.of(origin)));
  }

  /** Publishes for one recipient; the message still counts as a message of the topic. */
  void publishTo(T value, long measurementTimeNs, Consumer<BusMessage<?>> recipient) {
    node.outbox().addTo(message(value, measurementTimeNs, node.origins()), recipient);
  }

  private BusMessage<T> message(T value, long measurementTimeNs, Origins origins) {
    node.requirePublishing(topic.name());
    Envelope envelope = new Envelope(
        topic.name(), node.name(), sequence++, node.publishTimeNs(), measurementTimeNs, origins);
    return new BusMessage<>(topic, envelope, value, node.encodes() ? encode(value) : null);
  }

  private @Nullable Payload encode(T value) {
    PayloadBuffer buffer = new PayloadBuffer(capacity);
    topic.codec().encode(value, buffer);
    if (buffer.length() > capacity) {
      // some room to grow, or every slightly longer message would be copied into twice its size
      capacity = buffer.length() + buffer.length() / 4;
    }
    return new Payload(buffer);
  }
}
