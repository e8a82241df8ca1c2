package io.camber.bus.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.Qos;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every wire owes, between two wires of one bus; each wire runs this suite. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class WireConformance {
  private static final long SCHEMA = 0x1234;
  private static final Qos LATEST =
      new Qos(Qos.Reliability.BEST_EFFORT, 4, Qos.Durability.VOLATILE, 0, 0);

  private final List<WireEvent> leftEvents = new CopyOnWriteArrayList<>();
  private final List<WireEvent> rightEvents = new CopyOnWriteArrayList<>();
  private final WireHeader header = new WireHeader();
  private final List<Long> seen = new ArrayList<>();
  private Wire left = NO_WIRE;
  private Wire right = NO_WIRE;

  /** A new wire on the bus of this test. */
  protected abstract Wire create(WireListener listener);

  @BeforeEach
  void open() {
    left = create(leftEvents::add);
    right = create(rightEvents::add);
  }

  @AfterEach
  void close() {
    left.close();
    right.close();
  }

  @Test
  void carriesHeaderOriginsAndPayload() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = writer(topic("/a", Qos.RESULT), "a");
    Origins origins = Origins.of(new Origin("/sensor/imu", 4, 5));
    List<String> got = new ArrayList<>();

    header.set(7, 8, -9);
    new OriginBytes().encode(origins, header);
    writer.send(header, bytes(1, 2, 3));
    poll(
        reader,
        (publisher, head, payload) ->
            got.add(publisher + " " + head.sequence() + " " + head.publishTimeNs() + " "
                + head.measurementTimeNs() + " " + OriginBytes.decode(head) + " "
                + payload.remaining() + " " + payload.get(payload.position() + 2) + " "
                + payload.order() + " " + payload.isReadOnly()),
        () -> got.size() == 1);

    assertThat(got).containsExactly("a 7 8 -9 " + origins + " 3 3 LITTLE_ENDIAN true");
  }

  @Test
  void deliversEveryReliableMessageInOrderWhateverItsSize() {
    WireReader reader = reader(topic("/a", Qos.SAMPLES), "b");
    WireWriter writer = writer(topic("/a", Qos.SAMPLES), "a");
    int count = 2000;
    List<Integer> wrong = new ArrayList<>();

    int sent = 0;
    while (seen.size() < count) {
      for (int burst = 0; burst < 20 && sent < count; burst++, sent++) {
        assertThat(writer.send(header.set(sent, 0, 0), filled(size(sent), sent)))
            .isTrue();
      }
      reader.poll(
          (publisher, head, payload) -> {
            seen.add(head.sequence());
            if (!isFilled(payload, size((int) head.sequence()), (int) head.sequence())) {
              wrong.add((int) head.sequence());
            }
          },
          100);
    }

    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(count);
    assertThat(wrong).isEmpty();
    assertThat(reader.counters().lost()).isZero();
    assertThat(reader.counters().messages()).isEqualTo(count);
    assertThat(writer.counters().messages()).isEqualTo(count);
    assertThat(writer.counters().bytes()).isEqualTo(reader.counters().bytes());
  }

  private static int size(int sequence) {
    return sequence % 3 == 0 ? sequence * 7 : sequence % 64;
  }

  @Test
  void countsWhatABestEffortReaderDidNotSee() {
    WireReader reader = reader(topic("/a", LATEST), "b");
    WireWriter writer = writer(topic("/a", LATEST), "a");

    for (int i = 0; i < 100; i++) {
      writer.send(header.set(i, 0, 0), filled(100, i));
    }
    poll(reader, this::note, () -> seen.contains(99L));

    assertThat(seen).isSorted().doesNotHaveDuplicates();
    assertThat(seen.size() + reader.counters().lost()).isEqualTo(100);
  }

  @Test
  void givesLateJoinersTheNewestOfATransientLocalTopicOnly() {
    WireWriter latched = writer(topic("/map", Qos.LATCHED), "a");
    WireWriter plain = writer(topic("/plain", Qos.RESULT), "a");
    for (int i = 0; i < 5; i++) {
      latched.send(header.set(i, 0, 0), filled(5000, i));
      plain.send(header.set(i, 0, 0), filled(10, i));
    }

    WireReader late = reader(topic("/map", Qos.LATCHED), "b");
    WireReader latePlain = reader(topic("/plain", Qos.RESULT), "b");
    poll(late, this::note, () -> !seen.isEmpty());
    awaitConnected("/plain");
    plain.send(header.set(5, 0, 0), filled(10, 5));
    List<Long> plainSeen = new ArrayList<>();
    poll(latePlain, (p, head, b) -> plainSeen.add(head.sequence()), () -> plainSeen.contains(5L));

    assertThat(seen).containsExactly(4L);
    assertThat(plainSeen).containsExactly(5L);
  }

  @Test
  void receivesFromEveryPublisherOfATopic() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "c");
    WireWriter first = writer(topic("/a", Qos.RESULT), "a");
    WireWriter second = left.openWriter(topic("/a", Qos.RESULT), "b");
    awaitConnected("/a");
    List<String> got = new ArrayList<>();

    first.send(header.set(0, 0, 0), bytes(1));
    second.send(header.set(0, 0, 0), bytes(1));
    poll(reader, (publisher, head, payload) -> got.add(publisher), () -> got.size() == 2);

    assertThat(got).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void showsCommittedBytesOnlyAndNeverAnAbortedClaim() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = writer(topic("/a", Qos.RESULT), "a");
    List<String> got = new ArrayList<>();

    claim(writer, 0, 1000).put((byte) 1);
    writer.abort();
    claim(writer, 1, 1000).put((byte) 2);
    writer.commit(1);
    claim(writer, 2, 8).putLong(42);
    writer.commit(8);
    poll(
        reader,
        (publisher, head, payload) -> got.add(
            head.sequence() + ":" + payload.remaining() + ":" + payload.get(payload.position())),
        () -> got.size() == 2);

    assertThat(got).containsExactly("1:1:2", "2:8:42");
  }

  @Test
  void keepsALoanedPayloadUntilItIsGivenBack() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = writer(topic("/a", Qos.RESULT), "a");
    List<Loan> loans = new ArrayList<>();

    writer.send(header.set(0, 0, 0), filled(3000, 0));
    poll(reader, (p, head, payload) -> loans.add(reader.loan()), () -> !loans.isEmpty());
    for (int i = 1; i < 10; i++) {
      writer.send(header.set(i, 0, 0), filled(3000, i));
    }
    poll(reader, this::note, () -> seen.contains(9L));

    assertThat(isFilled(loans.get(0).payload(), 3000, 0)).isTrue();
    loans.get(0).close();
  }

  @Test
  void carriesTheLargestPayloadAndRefusesALargerOne() {
    WireReader reader = reader(topic("/a", Qos.LATCHED), "b");
    WireWriter writer = writer(topic("/a", Qos.LATCHED), "a");
    List<Boolean> right = new ArrayList<>();

    writer.send(header.set(0, 0, 0), filled(WireWriter.PAYLOAD_BYTES_MAX, 3));
    poll(
        reader,
        (p, head, payload) -> right.add(isFilled(payload, WireWriter.PAYLOAD_BYTES_MAX, 3)),
        () -> !right.isEmpty());

    assertThat(right).containsExactly(true);
    assertThatThrownBy(() -> writer.send(header, filled(WireWriter.PAYLOAD_BYTES_MAX + 1, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesANodeNameThatLives() {
    writer(topic("/a", Qos.RESULT), "a");
    await(() -> rightEvents.stream().anyMatch(e -> e.kind() == WireEvent.Kind.NODE_FOUND));

    assertThatThrownBy(() -> right.openWriter(topic("/b", Qos.RESULT), "a"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("a");
  }

  @Test
  void tellsBothSidesOfAnotherSchemaAndDoesNotConnect() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = left.openWriter(new WireTopic("/a", "other", SCHEMA + 1, Qos.RESULT), "a");

    await(() -> told(leftEvents, WireEvent.Kind.SCHEMA_MISMATCH)
        && told(rightEvents, WireEvent.Kind.SCHEMA_MISMATCH, reader, writer));

    writer.send(header.set(0, 0, 0), bytes(1));
    assertThat(reader.poll(this::note, 10)).isZero();
  }

  @Test
  void tellsBothSidesWhenLessIsOfferedThanRequested() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = left.openWriter(topic("/a", Qos.SENSOR), "a");

    await(() -> told(leftEvents, WireEvent.Kind.QOS_MISMATCH)
        && told(rightEvents, WireEvent.Kind.QOS_MISMATCH, reader, writer));

    writer.send(header.set(0, 0, 0), bytes(1));
    assertThat(reader.poll(this::note, 10)).isZero();
  }

  @Test
  void wakesASleeper() throws InterruptedException {
    for (Waiting waiting : Waiting.values()) {
      String node = "b" + waiting;
      Bell bell = right.openBell(node, waiting);
      WireReader reader = right.openReader(topic("/" + waiting, Qos.RESULT), node, bell);
      WireWriter writer = left.openWriter(topic("/" + waiting, Qos.RESULT), "a");
      awaitConnected("/" + waiting);
      int count = 200;
      Thread sender = new Thread(() -> {
        for (int i = 0; i < count; i++) {
          writer.send(new WireHeader().set(i, 0, 0), bytes(i));
          java.util.concurrent.locks.LockSupport.parkNanos(i % 7 * 20_000L);
        }
      });
      sender.start();

      List<Long> got = new ArrayList<>();
      while (got.size() < count) {
        bell.await(reader::hasMessages, Long.MAX_VALUE);
        reader.poll((p, head, payload) -> got.add(head.sequence()), 10);
      }
      sender.join();

      assertThat(got).as("%s", waiting).hasSize(count).isSorted();
    }
  }

  @Test
  void endsAWaitInTime() {
    for (Waiting waiting : Waiting.values()) {
      Bell bell = right.openBell("b", waiting);

      int waits = 0;
      for (long start = System.nanoTime(); System.nanoTime() - start < 20_000_000; waits++) {
        bell.await(() -> false, 5_000_000);
      }

      assertThat(waits).as("%s: returns in time, and not all the time", waiting).isLessThan(20);
    }
  }

  @Test
  void listsBothEndsWithTheirCounters() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    WireWriter writer = writer(topic("/a", Qos.RESULT), "a");
    writer.send(header.set(0, 11, 0), filled(100, 0));
    poll(reader, this::note, () -> !seen.isEmpty());

    await(() ->
        right.endpoints().size() == 2 && right.endpoints().get(0).counters().messages() == 1);

    Endpoint end = right.endpoints().get(0);
    assertThat(end.node()).isEqualTo("a");
    assertThat(end.direction()).isEqualTo(Endpoint.Direction.PUBLISHES);
    assertThat(end.topic()).isEqualTo(topic("/a", Qos.RESULT));
    assertThat(end.counters()).isEqualTo(new WireCounters(1, 100, 0, 0, 100, 11));
    assertThat(right.endpoints().get(1).counters().messages()).isEqualTo(1);
  }

  @Test
  void tellsWhoComesAndWhoLeaves() {
    writer(topic("/a", Qos.RESULT), "a");
    await(() -> told(rightEvents, WireEvent.Kind.NODE_FOUND));

    left.close();

    await(() -> told(rightEvents, WireEvent.Kind.NODE_LEFT));
    assertThat(rightEvents).noneMatch(event -> event.kind() == WireEvent.Kind.NODE_DIED);
  }

  @Test
  void goesOnWithANewWriterOfTheSameName() {
    WireReader reader = reader(topic("/a", Qos.RESULT), "b");
    for (int round = 0; round < 3; round++) {
      WireWriter writer = writer(topic("/a", Qos.RESULT), "a");
      long sequence = round;
      writer.send(header.set(sequence, 0, 0), bytes(round));
      poll(reader, this::note, () -> seen.contains(sequence));
      left.close();
      left = create(leftEvents::add);
    }

    assertThat(seen).containsExactly(0L, 1L, 2L);
  }

  /** A topic with the schema of this suite. */
  protected static WireTopic topic(String name, Qos qos) {
    return new WireTopic(name, "text", SCHEMA, qos);
  }

  private WireReader reader(WireTopic topic, String node) {
    return right.openReader(topic, node, right.openBell(node, Waiting.SPIN));
  }

  private WireWriter writer(WireTopic topic, String node) {
    WireWriter writer = left.openWriter(topic, node);
    if (right.endpoints().stream()
        .anyMatch(end -> end.topic().name().equals(topic.name())
            && end.direction() == Endpoint.Direction.SUBSCRIBES)) {
      awaitConnected(topic.name());
    }
    return writer;
  }

  /** Waits until both wires know of both directions of the topic. */
  private void awaitConnected(String topic) {
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

  private ByteBuffer claim(WireWriter writer, long sequence, int length) {
    ByteBuffer claimed = writer.claim(header.set(sequence, 0, 0), length);
    if (claimed == null) {
      throw new AssertionError("claim refused");
    }
    assertThat(claimed.remaining()).isEqualTo(length);
    assertThat(claimed.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    return claimed;
  }

  private void note(String publisher, WireHeader head, ByteBuffer payload) {
    seen.add(head.sequence());
  }

  private static void poll(WireReader reader, WireHandler handler, BooleanSupplier done) {
    await(() -> {
      reader.poll(handler, 100);
      return done.getAsBoolean();
    });
  }

  private static boolean told(List<WireEvent> events, WireEvent.Kind kind) {
    return events.stream().anyMatch(event -> event.kind() == kind);
  }

  /** The same, while both ends do what may make them notice. */
  private boolean told(
      List<WireEvent> events, WireEvent.Kind kind, WireReader reader, WireWriter writer) {
    writer.send(header.set(0, 0, 0), bytes(1));
    reader.poll(this::note, 10);
    return told(events, kind);
  }

  /** Waits for something that another thread or process brings about; the suite's timeout bounds it. */
  protected static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      java.util.concurrent.locks.LockSupport.parkNanos(100_000);
    }
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    for (int value : values) {
      buffer.put((byte) value);
    }
    return buffer.flip();
  }

  private static ByteBuffer filled(int length, int seed) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(length);
    for (int i = 0; i < length; i++) {
      buffer.put((byte) (i * 31 + seed));
    }
    return buffer.flip();
  }

  private static boolean isFilled(ByteBuffer payload, int length, int seed) {
    if (payload.remaining() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (payload.get(payload.position() + i) != (byte) (i * 31 + seed)) {
        return false;
      }
    }
    return true;
  }

  private static final Wire NO_WIRE = new Wire() {
    @Override
    public WireWriter openWriter(WireTopic topic, String node) {
      throw new IllegalStateException("not open");
    }

    @Override
    public WireReader openReader(WireTopic topic, String node, Bell bell) {
      throw new IllegalStateException("not open");
    }

    @Override
    public Bell openBell(String node, Waiting waiting) {
      throw new IllegalStateException("not open");
    }

    @Override
    public List<Endpoint> endpoints() {
      return List.of();
    }

    @Override
    public void close() {}
  };
}
