package io.camber.bus.shm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large messages go where the caches still are, unless somebody needs what lies there. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WarmRingTest {
  private static final int BYTES = 300_000;
  private static final int MESSAGES_UNTIL_A_LOOK = 70;

  @TempDir
  private Path directory;

  private final WireHeader header = new WireHeader();
  private final List<Byte> seen = new ArrayList<>();
  private Wire wire;
  private volatile boolean isLetGo;
  private long sequence;

  @BeforeEach
  void open() {
    wire = wire(SlowReaders.Action.REFUSE);
  }

  private Wire wire(SlowReaders.Action action) {
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("test")
            .withRoot(directory.resolve("bus"))
            .withSlowReaders(new SlowReaders(action, 1_000_000)),
        event -> isLetGo |= event.detail().startsWith("let go"));
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

  /** The loans lie at the start of the ring, where large messages would go back to; all other places are used first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void whatAReaderHasOnLoanIsNotWrittenOver(int depth) throws IOException {
    WireWriter writer = writer(reliable(depth));
    WireReader reader = reader(reliable(depth), "b");
    int start = settle(writer, reader);
    goBackTo(start, writer, reader);

    List<Loan> loans = new ArrayList<>();
    Set<Integer> places = new TreeSet<>();
    int refused = 0;
    for (int i = 0; i < 25; i++) {
      Integer place = offer(writer, i);
      if (place == null) {
        refused++;
      } else {
        places.add(place);
        reader.poll((publisher, head, payload) -> lendThree(reader, loans), 10);
      }
    }

    assertThat(loans).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(isAll(loans.get(i).payload(), i)).as("message %d on loan", i).isTrue();
      loans.get(i).close();
    }
    int ring = (int) segment().getLong(EndLayout.RING_BYTES_AT);
    assertThat(places).hasSize(ring / (BYTES + RecordLayout.HEADER_BYTES));
    assertThat(refused).isEqualTo(25 - places.size());
    assertThat(offer(writer, 25)).isNotNull();
  }

  private static void lendThree(WireReader reader, List<Loan> loans) {
    if (loans.size() < 3) {
      loans.add(reader.loan());
    }
  }

  /** Until the next message goes to a place. */
  private void goBackTo(int start, WireWriter writer, WireReader reader) {
    List<Integer> round = new ArrayList<>();
    while (round.stream().filter(place -> place == start).count() < 2) {
      round.add(send(writer, -1));
      reader.poll((publisher, head, payload) -> {}, 10);
    }
    for (int i = round.lastIndexOf(start) - round.indexOf(start); i > 1; i--) {
      send(writer, -1);
      reader.poll((publisher, head, payload) -> {}, 10);
    }
  }

  /** It was let go with what it had not read; what the writer has sent since goes on without it. */
  @Test
  void aReaderThatWasLetGoComesBackToTheDepth() {
    wire.close();
    wire = wire(SlowReaders.Action.EVICT);
    int depth = 8;
    WireWriter writer = writer(reliable(depth));
    WireReader reader = reader(reliable(depth), "b");
    settle(writer, reader);
    long before = writer.counters().messages();

    int sent = 0;
    while (!isLetGo) {
      send(writer, sent++);
    }
    for (int i = 0; i < 20; i++) {
      send(writer, sent++);
    }
    for (int i = 0; i < 5; i++) {
      reader.poll(this::note, 100);
    }

    assertThat(seen).endsWith(lastOf(sent, depth));
    assertThat(reader.counters().lost()).isPositive().isLessThanOrEqualTo(20 - depth);
    assertThat(writer.counters().messages() - before)
        .isEqualTo(seen.size() + reader.counters().lost());
  }

  private static Byte[] lastOf(int count, int depth) {
    return numbers(count).subList(count - depth, count).toArray(Byte[]::new);
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

  @Test
  void theIntentGoesAheadAsFarAsTheNewestStaysWhole() throws IOException {
    WireWriter writer = writer(reliable(1));
    WireReader reader = reader(reliable(1), "b");
    settle(writer, reader);

    int quiet = 0;
    for (int i = 0; i < 30; i++) {
      ByteBuffer before = segment();
      send(writer, i);
      ByteBuffer after = segment();
      assertThat(intent(after))
          .isLessThanOrEqualTo(newest(before) + after.getLong(EndLayout.RING_BYTES_AT));
      quiet += intent(after) == intent(before) ? 1 : 0;
      reader.poll(this::note, 10);
    }

    assertThat(quiet).isGreaterThanOrEqualTo(10);
    assertThat(seen).containsExactlyElementsOf(numbers(30));
  }

  /** Where readers are is asked right behind a message, so that the next one's way begins with no question. */
  @Test
  void whileReadersWaitRoomIsFoundBeforeItIsNeeded() throws IOException {
    WireWriter writer = writer(reliable(1));
    WireReader reader = reader(reliable(1), "b");
    for (int i = 0; i < MESSAGES_UNTIL_A_LOOK; i++) {
      send(writer, i);
      reader.poll(this::note, 10);
    }

    for (int i = 0; i < 30; i++) {
      ByteBuffer before = segment();
      ByteBuffer claim = requireNonNull(writer.claim(header.set(sequence++, 0, 0), BYTES));
      ByteBuffer during = segment();
      claim.put(new byte[BYTES]);
      writer.commit(BYTES);
      ByteBuffer after = segment();
      reader.poll(this::note, 10);

      assertThat(intent(during)).isEqualTo(intent(before));
      for (ByteBuffer page : List.of(during, after)) {
        assertThat(intent(page))
            .isLessThanOrEqualTo(newest(page) + page.getLong(EndLayout.RING_BYTES_AT));
      }
    }
    assertThat(seen).hasSize(MESSAGES_UNTIL_A_LOOK + 30);
  }

  @Test
  void theIntentStaysBehindWhereSomebodyHoldsNoPosition() throws IOException {
    Qos latest = new Qos(Qos.Reliability.BEST_EFFORT, 2, Qos.Durability.VOLATILE, 0, 0);
    assertIntentStaysBehind(latest);
  }

  @Test
  void theIntentStaysBehindWhereTheOldestFall() throws IOException {
    wire.close();
    wire = wire(SlowReaders.Action.DROP_OLDEST);
    assertIntentStaysBehind(reliable(2));
  }

  private void assertIntentStaysBehind(Qos qos) throws IOException {
    WireWriter writer = writer(qos);
    settle(writer, reader(qos, "b"));
    for (int i = 0; i < 20; i++) {
      send(writer, i);
      ByteBuffer page = segment();
      int record = page.getInt(EndLayout.ringAt(page.getInt(EndLayout.INDEX_ENTRIES_AT))
          + (int) (newest(page) & page.getLong(EndLayout.RING_BYTES_AT) - 1));
      assertThat(intent(page)).isEqualTo(newest(page) + record + RecordLayout.ALIGNMENT);
    }
  }

  /** The writer's file as it is now. */
  private ByteBuffer segment() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      Path newest = files
          .filter(file -> file.toString().endsWith(".out"))
          .max(Comparator.comparing(WarmRingTest::birth))
          .orElseThrow();
      return ByteBuffer.wrap(Files.readAllBytes(newest)).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static long birth(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(name.lastIndexOf('~') + 1, name.length() - 4));
  }

  private static long intent(ByteBuffer segment) {
    return segment.getLong(EndLayout.INTENT_AT);
  }

  /** Where the newest message starts. */
  private static long newest(ByteBuffer segment) {
    int last = (int) segment.getLong(EndLayout.MESSAGES_AT) - 1;
    int entry = last & segment.getInt(EndLayout.INDEX_ENTRIES_AT) - 1;
    return segment.getLong(EndLayout.INDEX_AT + Long.BYTES * entry);
  }

  /** Lets the ring grow to its size, and answers where its first message lies. */
  private int settle(WireWriter writer, WireReader reader) {
    int first = 0;
    for (int i = 0; i < 3; i++) {
      int place = send(writer, -1);
      first = i == 0 ? place : first;
      reader.poll((publisher, head, payload) -> {}, 10);
    }
    return first;
  }

  /** Sends a message full of one value and answers where it lies. */
  private int send(WireWriter writer, int value) {
    Integer place = offer(writer, value);
    if (place == null) {
      throw new AssertionError("refused at " + value);
    }
    return place;
  }

  /** The same; null when it is refused. */
  private @Nullable Integer offer(WireWriter writer, int value) {
    ByteBuffer claim = writer.claim(header.set(sequence++, 0, 0), BYTES);
    if (claim == null) {
      return null;
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
