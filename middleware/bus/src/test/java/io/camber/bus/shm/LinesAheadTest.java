package io.camber.bus.shm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a next record are taken without touching what somebody still reads. */
final class LinesAheadTest {
  private static final WireTopic TOPIC = new WireTopic(
      "/ahead", "bytes", 1, new Qos(Qos.Reliability.RELIABLE, 64, Qos.Durability.VOLATILE, 0, 0));

  @TempDir
  private Path directory;

  @Test
  void messagesOfAnyLengthStayWholeWhetherReadAtOnceOrLate() {
    SharedMemoryConfig config = SharedMemoryConfig.of("test").withRoot(directory.resolve("bus"));
    Random random = new Random(7);
    try (Wire wire = SharedMemoryWire.open(config, WireListener.SILENT);
        WireWriter writer = wire.openWriter(TOPIC, "a");
        WireReader reader = wire.openReader(TOPIC, "b", wire.openBell("b", Waiting.SPIN))) {
      WireHeader header = new WireHeader();
      List<Integer> whole = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        ByteBuffer payload = filled(i, 8 + random.nextInt(600));
        assertThat(writer.send(header.set(i, 0, 0), payload)).isTrue();
        // long stretches read at once, in which lines are taken, and stretches read late
        if (i / 500 % 2 == 0 || i % 50 == 49) {
          reader.poll((publisher, head, bytes) -> whole.add(numberOf(bytes)), 100);
        }
      }
      reader.poll((publisher, head, bytes) -> whole.add(numberOf(bytes)), 100);

      assertThat(whole).hasSize(20_000);
      for (int i = 0; i < whole.size(); i++) {
        assertThat(whole.get(i)).isEqualTo(i);
      }
    }
  }

  @Test
  void longMessagesStayWholeWhatIsPreparedInBetween() {
    SharedMemoryConfig config = SharedMemoryConfig.of("test").withRoot(directory.resolve("bus"));
    Random random = new Random(11);
    try (Wire wire = SharedMemoryWire.open(config, WireListener.SILENT);
        WireWriter writer = wire.openWriter(TOPIC, "a");
        WireReader reader = wire.openReader(TOPIC, "b", wire.openBell("b", Waiting.SPIN))) {
      List<Integer> whole = new ArrayList<>();
      for (int i = 0; i < 4_000; i++) {
        ByteBuffer payload = filled(i, 500 + random.nextInt(i / 1000 % 2 == 0 ? 600 : 6_000));
        if (i % 3 == 0) {
          assertThat(writer.send(new WireHeader().set(i, 0, 0), payload)).isTrue();
        } else {
          fillInPlace(writer, payload, i % 3 == 2, random);
        }
        boolean isLate = i / 500 % 2 == 1 && i % 40 != 39;
        prepare(writer, random.nextInt(12));
        if (!isLate) {
          reader.poll((publisher, head, bytes) -> whole.add(numberOf(bytes)), 100);
        }
        prepare(writer, random.nextInt(12));
      }
      reader.poll((publisher, head, bytes) -> whole.add(numberOf(bytes)), 100);

      assertThat(whole).hasSize(4_000);
      for (int i = 0; i < whole.size(); i++) {
        assertThat(whole.get(i)).isEqualTo(i);
      }
    }
  }

  private static void fillInPlace(
      WireWriter writer, ByteBuffer payload, boolean isAbortedFirst, Random random) {
    int length = payload.remaining();
    if (isAbortedFirst) {
      requireNonNull(writer.claim(new WireHeader(), length));
      writer.abort();
      prepare(writer, random.nextInt(3));
    }
    ByteBuffer room = requireNonNull(writer.claim(new WireHeader(), length));
    room.put(payload);
    prepare(writer, random.nextInt(3)); // of what is claimed nothing is taken
    writer.commit(length);
  }

  private static void prepare(WireWriter writer, int times) {
    for (int i = 0; i < times; i++) {
      writer.prepare();
    }
  }

  private static final int RING_AT = 256;
  private static final int RING = 1024;

  private final ByteBuffer memory = ByteBuffer.allocateDirect(RING_AT + RING);
  private final LinesAhead ahead = new LinesAhead();

  /** First words of lines in the ring that are zero after a record at {@code position} was sent. */
  private List<Integer> taken(long slowest, long position, int record, long limit) {
    for (int i = 0; i < memory.capacity(); i++) {
      memory.put(i, (byte) -1);
    }
    ahead.look(slowest, position);
    ahead.take(memory, RING_AT, RING - 1, position, record, limit);
    List<Integer> zeroes = new ArrayList<>();
    for (int i = 0; i < memory.capacity(); i += Long.BYTES) {
      if (memory.getLong(i) == 0) {
        zeroes.add(i - RING_AT);
      }
    }
    return zeroes;
  }

  @Test
  void takesTheLinesBehindTheOneThatReadersLookAt() {
    // 96 bytes from offset 32 end at 128, where the word behind them lies
    assertThat(taken(32, 32, 96, RING)).containsExactly(64, 128);
    assertThat(taken(1024 + 128, 1024 + 128, 40, 2 * RING)).isEmpty();
  }

  @Test
  void takesNothingFromReadersThatAreBehindOrNotThere() {
    assertThat(taken(31, 32, 96, RING)).isEmpty();
    assertThat(taken(Long.MAX_VALUE, 32, 96, RING)).isEmpty();
  }

  @Test
  void writesNeitherPastTheLimitNorThroughTheEndOfTheRing() {
    assertThat(taken(32, 32, 96, 32 + 96 + 7)).isEmpty();
    assertThat(taken(32, 32, 96, 32 + 96 + 8)).containsExactly(64, 128);
    assertThat(taken(960, 960, 96, 4 * RING)).isEmpty();
  }

  @Test
  void takesTheEndsOfLongRecords() {
    assertThat(taken(8, 8, 520, RING)).containsExactly(64, 512);
    assertThat(taken(8, 8, 520, 8 + 520 + 7)).isEmpty();
  }

  @Test
  void takesTheLinesBetweenTheEndsOfLongRecordsLater() {
    int record = 40 * 64;
    ByteBuffer large = ByteBuffer.allocateDirect(4096);
    ahead.look(8, 8);
    ahead.take(large, 0, 4095, 8, record, 4096);
    for (int i = 0; i < large.capacity(); i++) {
      large.put(i, (byte) -1);
    }

    assertThat(ahead.hasMore()).isTrue();
    ahead.takeSome(large, 0, 4095);
    assertThat(zeroes(large)).isEqualTo(lines(2, 18)); // the first was taken at once
    ahead.takeSome(large, 0, 4095);
    assertThat(ahead.hasMore()).isTrue();
    ahead.takeSome(large, 0, 4095);
    assertThat(ahead.hasMore()).isFalse();
    ahead.takeSome(large, 0, 4095);
    assertThat(zeroes(large)).isEqualTo(lines(2, 40)); // and so was the last
  }

  @Test
  void takesNothingOnceTheNextRecordIsBegun() {
    taken(8, 8, 520, RING);
    assertThat(ahead.hasMore()).isTrue();
    ahead.stop();
    assertThat(ahead.hasMore()).isFalse();
    assertThat(taken(8, 8, 520, 8 + 520 + 7)).isEmpty();
    assertThat(ahead.hasMore()).isFalse();
  }

  private static List<Integer> lines(int from, int to) {
    return IntStream.range(from, to).map(line -> line * 64).boxed().toList();
  }

  private static List<Integer> zeroes(ByteBuffer memory) {
    return IntStream.iterate(0, i -> i < memory.capacity(), i -> i + Long.BYTES)
        .filter(i -> memory.getLong(i) == 0)
        .boxed()
        .toList();
  }

  private static ByteBuffer filled(int number, int length) {
    ByteBuffer payload = ByteBuffer.allocate(length);
    payload.putInt(0, number);
    for (int i = Integer.BYTES; i < length; i++) {
      payload.put(i, (byte) (number + i | 1)); // never zero, which is what is written ahead
    }
    return payload;
  }

  /** The number of a message that is whole; -1 of one that is not. */
  private static int numberOf(ByteBuffer bytes) {
    ByteBuffer payload = bytes.slice().order(java.nio.ByteOrder.BIG_ENDIAN);
    int number = payload.getInt(0);
    for (int i = Integer.BYTES; i < payload.limit(); i++) {
      if (payload.get(i) != (byte) (number + i | 1)) {
        return -1;
      }
    }
    return number;
  }
}
