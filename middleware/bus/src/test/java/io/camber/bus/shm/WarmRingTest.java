package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large messages go where the caches still are, unless somebody needs what lies there. */
final class WarmRingTest {
  private static final int BYTES = 300_000;

  @TempDir
  private Path directory;

  private final WireHeader header = new WireHeader();
  private final List<Byte> seen = new ArrayList<>();
  private Wire wire;
  private long sequence;

  @BeforeEach
  void open() {
    wire = SharedMemoryWire.open(
        SharedMemoryConfig.of("test")
            .withRoot(directory.resolve("bus"))
            .withSlowReaders(new SlowReaders(SlowReaders.Action.REFUSE, 1_000_000)),
        WireListener.SILENT);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void onePlaceMoreThanTheDepthIsEnoughForAReaderThatKeepsUp() {
    WireWriter writer = writer(reliable(3));
    WireReader reader = reader(reliable(3), "b");
    settle(writer, reader);

    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      places.add(send(writer, i));
      reader.poll(this::note, 10);
    }

    assertThat(places.stream().distinct()).hasSize(4);
    assertThat(seen).containsExactlyElementsOf(numbers(40));
    assertThat(reader.counters().lost()).isZero();
  }

  @Test
  void threePlacesCarryTheFlowOfTheLeastDepthWithoutAWait() {
    WireWriter writer = writer(reliable(1));
    WireReader reader = reader(reliable(1), "b");
    settle(writer, reader);

    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      places.add(send(writer, i));
      if (i > 0) {
        reader.poll(this::note, 1); // the one before
      }
    }
    reader.poll(this::note, 1);

    assertThat(places.stream().distinct()).hasSize(3);
    assertThat(seen).containsExactlyElementsOf(numbers(30));
    assertThat(writer.counters().refused()).isZero();
  }

  @Test
  void whatAReaderHasOnLoanIsNotWrittenOver() {
    WireWriter writer = writer(reliable(8));
    WireReader reader = reader(reliable(8), "b");
    settle(writer, reader);

    List<Loan> loans = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      send(writer, i);
      reader.poll((publisher, head, payload) -> loans.add(reader.loan()), 10);
    }

    for (int i = 0; i < 5; i++) {
      assertThat(isAll(loans.get(i).payload(), i)).isTrue();
      loans.get(i).close();
    }
  }

  @Test
  void aReaderWhoKeepsTheLastFindsItsHistory() {
    Qos latest = new Qos(Qos.Reliability.BEST_EFFORT, 6, Qos.Durability.VOLATILE, 0, 0);
    WireWriter writer = writer(latest);
    WireReader reader = reader(latest, "b");
    settle(writer, reader);

    for (int i = 0; i < 25; i++) {
      send(writer, i);
      if (i % 6 == 5) {
        reader.poll(this::note, 10);
      }
    }
    reader.poll(this::note, 10);

    assertThat(seen).containsExactlyElementsOf(numbers(25));
  }

  @Test
  void whoComesLateFindsTheNewestWhole() {
    Qos latched = new Qos(Qos.Reliability.RELIABLE, 1, Qos.Durability.TRANSIENT_LOCAL, 0, 0);
    WireWriter writer = writer(latched);
    WireReader early = reader(latched, "b");
    settle(writer, early);

    for (int i = 0; i < 9; i++) {
      send(writer, i);
      early.poll((publisher, head, payload) -> {}, 10);
      try (WireReader late = reader(latched, "late" + i)) {
        late.poll(this::note, 10);
      }
    }

    assertThat(seen).containsExactlyElementsOf(numbers(9));
  }

  /** Lets the ring grow to its size. */
  private void settle(WireWriter writer, WireReader reader) {
    for (int i = 0; i < 3; i++) {
      send(writer, -1);
      reader.poll((publisher, head, payload) -> {}, 10);
    }
  }

  /** Sends a message full of one value and answers where it lies. */
  private int send(WireWriter writer, int value) {
    ByteBuffer claim = writer.claim(header.set(sequence++, 0, 0), BYTES);
    if (claim == null) {
      throw new AssertionError("refused at " + value);
    }
    int place = claim.position();
    while (claim.hasRemaining()) {
      claim.put((byte) value);
    }
    writer.commit(BYTES);
    return place;
  }

  private void note(String publisher, WireHeader head, ByteBuffer payload) {
    byte value = payload.get(payload.position());
    assertThat(isAll(payload, value)).isTrue();
    seen.add(value);
  }

  private static boolean isAll(ByteBuffer payload, int value) {
    boolean isAll = payload.remaining() == BYTES;
    for (int i = payload.position(); i < payload.limit(); i++) {
      isAll &= payload.get(i) == (byte) value;
    }
    return isAll;
  }

  private static List<Byte> numbers(int count) {
    List<Byte> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add((byte) i);
    }
    return numbers;
  }

  private static WireTopic topic(Qos qos) {
    return new WireTopic("/large", "bytes", 1, qos);
  }

  private static Qos reliable(int depth) {
    return new Qos(Qos.Reliability.RELIABLE, depth, Qos.Durability.VOLATILE, 0, 0);
  }

  private WireWriter writer(Qos qos) {
    return wire.openWriter(topic(qos), "a");
  }

  private WireReader reader(Qos qos, String node) {
    return wire.openReader(topic(qos), node, wire.openBell(node, Waiting.SPIN));
  }
}
