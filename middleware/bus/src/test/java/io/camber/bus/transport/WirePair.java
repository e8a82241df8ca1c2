package io.camber.bus.transport;

import io.camber.bus.Qos;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Two wires of one bus: what is published comes from the left one, who reads sits at the right one. */
final class WirePair {
  static final long SCHEMA = 0x1234;

  private final Function<WireListener, Wire> create;
  private final List<WireEvent> leftEvents = new CopyOnWriteArrayList<>();
  private final List<WireEvent> rightEvents = new CopyOnWriteArrayList<>();
  private final WireHeader header = new WireHeader();
  private final List<Long> seen = new ArrayList<>();
  private Wire left;
  private final Wire right;

  WirePair(Function<WireListener, Wire> create) {
    this.create = create;
    left = create.apply(leftEvents::add);
    right = create.apply(rightEvents::add);
  }

  void close() {
    left.close();
    right.close();
  }

  void reopenLeft() {
    left.close();
    left = create.apply(leftEvents::add);
  }

  Wire left() {
    return left;
  }

  Wire right() {
    return right;
  }

  List<WireEvent> leftEvents() {
    return leftEvents;
  }

  List<WireEvent> rightEvents() {
    return rightEvents;
  }

  /** One header for all that is sent. */
  WireHeader header() {
    return header;
  }

  /** Sequence numbers that {@link #note} was given. */
  List<Long> seen() {
    return seen;
  }

  /** A topic with the schema of this suite. */
  static WireTopic topic(String name, Qos qos) {
    return new WireTopic(name, "text", SCHEMA, qos);
  }

  WireReader reader(WireTopic topic, String node) {
    return right.openReader(topic, node, right.openBell(node, Waiting.SPIN));
  }

  WireWriter writer(WireTopic topic, String node) {
    WireWriter writer = left.openWriter(topic, node);
    if (right.endpoints().stream()
        .anyMatch(end -> end.topic().name().equals(topic.name())
            && end.direction() == Endpoint.Direction.SUBSCRIBES)) {
      awaitConnected(topic.name());
    }
    return writer;
  }

  /** Waits until both wires know of both directions of the topic. */
  void awaitConnected(String topic) {
    await(() -> isKnown(left, topic) && isKnown(right, topic));
  }

  private static boolean isKnown(Wire wire, String topic) {
    List<Endpoint> ends = wire.endpoints();
    return ends.stream()
            .filter(end -> end.topic().name().equals(topic))
            .map(Endpoint::direction)
            .distinct()
            .count()
        == 2;
  }

  void note(String publisher, WireHeader head, ByteBuffer payload) {
    seen.add(head.sequence());
  }

  static void poll(WireReader reader, WireHandler handler, BooleanSupplier done) {
    await(() -> {
      reader.poll(handler, 100);
      return done.getAsBoolean();
    });
  }

  static boolean told(List<WireEvent> events, WireEvent.Kind kind) {
    return events.stream().anyMatch(event -> event.kind() == kind);
  }

  /** Waits for something that another thread or process brings about; the suite's timeout bounds it. */
  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      java.util.concurrent.locks.LockSupport.parkNanos(100_000);
    }
  }
}
