package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reliable reader that came in a bad moment is waited for all the same, and one that was not learns of it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UnwaitedReaderTest {
  private static final Qos RELIABLE =
      new Qos(Qos.Reliability.RELIABLE, 1, Qos.Durability.VOLATILE, 0, 0);
  private static final WireTopic TOPIC = new WireTopic("/topic", "bytes", 1, RELIABLE);
  private static final WireTopic OTHER_BYTES = new WireTopic("/topic", "bytes", 2, RELIABLE);
  private static final int RING_BYTES = 16 << 10;
  private static final int PAYLOAD_BYTES = 256;

  @TempDir
  private Path directory;

  @Test
  void aSenderWhoseThreadIsInterruptedWaitsForWhoJustCame() {
    try (SharedMemoryWire left = open(WireListener.SILENT);
        SharedMemoryWire right = open(WireListener.SILENT)) {
      WireWriter writer = left.openWriter(TOPIC, "writer");
      send(writer, 0);
      WireReader reader = reader(right, TOPIC, "reader");
      Thread.currentThread().interrupt();
      int sent = sendUntilRefused(writer);
      boolean isFlagKept = Thread.interrupted();

      assertThat(isFlagKept).isTrue();
      assertReadInOrder(reader, sent);
    }
  }

  @Test
  void aListenerThatThrowsKeepsNobodyFromBeingWaitedFor() {
    WireListener listener = event -> {
      if (event.kind() == WireEvent.Kind.SCHEMA_MISMATCH) {
        throw new IllegalStateException("not that one");
      }
    };
    try (SharedMemoryWire left = open(listener);
        SharedMemoryWire right = open(WireListener.SILENT)) {
      WireWriter writer = left.openWriter(TOPIC, "writer");
      send(writer, 0);
      reader(right, OTHER_BYTES, "a");
      WireReader reader = reader(right, TOPIC, "b");

      assertThatThrownBy(() -> send(writer, 0)).hasMessage("not that one");
      reader.poll((publisher, header, payload) -> {}, 1);
      assertReadInOrder(reader, sendUntilRefused(writer));
    }
  }

  @Test
  void aReaderThatCouldNotBeOpenedLeavesNoPlaceToWaitFor() throws IOException {
    WireListener listener = event -> {
      if (event.kind() == WireEvent.Kind.SCHEMA_MISMATCH) {
        throw new IllegalStateException("not that one");
      }
    };
    try (SharedMemoryWire left = open(WireListener.SILENT);
        SharedMemoryWire right = open(listener)) {
      WireWriter writer = left.openWriter(TOPIC, "writer");
      left.openWriter(OTHER_BYTES, "zebra");
      send(writer, 0);

      assertThatThrownBy(() -> reader(right, TOPIC, "reader")).hasMessage("not that one");

      assertThat(files(".in")).isEmpty();
      assertThat(send(writer, 1)).isTrue();
      for (int i = 0; i < 100; i++) {
        assertThat(send(writer, i)).as("message %d", i).isTrue();
      }
    }
  }

  @Test
  void aListenerThatThrowsKeepsNobodyFromBeingRead() {
    WireListener listener = event -> {
      if (event.kind() == WireEvent.Kind.SCHEMA_MISMATCH) {
        throw new IllegalStateException("not that one");
      }
    };
    try (SharedMemoryWire left = open(WireListener.SILENT);
        SharedMemoryWire right = open(listener)) {
      WireReader reader = reader(right, TOPIC, "reader");
      left.openWriter(OTHER_BYTES, "a");
      WireWriter writer = left.openWriter(TOPIC, "b");
      send(writer, 0);
      List<Long> read = new ArrayList<>();

      assertThatThrownBy(() -> reader.poll((publisher, header, payload) -> read.add(0L), 10))
          .hasMessage("not that one");
      reader.poll((publisher, header, payload) -> read.add(header.sequence()), 10);

      assertThat(read).containsExactly(0L);
    }
  }

  @Test
  void whoIsOverwrittenInWhatItHoldsIsTold() throws IOException {
    List<WireEvent> events = new ArrayList<>();
    try (SharedMemoryWire left = open(WireListener.SILENT);
        SharedMemoryWire right = open(events::add)) {
      WireWriter writer = left.openWriter(TOPIC, "writer");
      send(writer, 0);
      WireReader reader = reader(right, TOPIC, "reader");
      send(writer, 1);
      raiseIntent(files(".out").get(0));

      reader.poll((publisher, header, payload) -> {}, 10);

      assertThat(events)
          .anyMatch(event -> event.kind() == WireEvent.Kind.MALFORMED
              && event.node().equals("writer")
              && event.topic().equals("/topic"));
    }
  }

  private SharedMemoryWire open(WireListener listener) {
    return SharedMemoryWire.open(
        SharedMemoryConfig.of("test")
            .withRoot(directory.resolve("bus"))
            .withRingBytes(RING_BYTES)
            .withSlowReaders(new SlowReaders(SlowReaders.Action.REFUSE, 0)),
        listener);
  }

  private static WireReader reader(SharedMemoryWire wire, WireTopic topic, String node) {
    return wire.openReader(topic, node, wire.openBell(node, Waiting.SPIN));
  }

  private static boolean send(WireWriter writer, long number) {
    ByteBuffer payload =
        ByteBuffer.allocateDirect(PAYLOAD_BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, number);
    return writer.send(new WireHeader().set(number, 0, 0), payload);
  }

  private static int sendUntilRefused(WireWriter writer) {
    int sent = 0;
    while (sent < 10 * RING_BYTES / PAYLOAD_BYTES && send(writer, sent)) {
      sent++;
    }
    return sent;
  }

  private static void assertReadInOrder(WireReader reader, int sent) {
    List<Long> read = new ArrayList<>();
    while (reader.poll(
            (publisher, header, payload) -> read.add(payload.getLong(payload.position())), 100)
        > 0) {
      // until there is nothing left
    }
    assertThat(sent).isLessThan(RING_BYTES / PAYLOAD_BYTES);
    assertThat(read).hasSize(sent).isSorted().doesNotHaveDuplicates();
    assertThat(reader.counters().lost()).isZero();
  }

  private static void raiseIntent(Path segment) throws IOException {
    try (FileChannel channel =
        FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel
          .map(FileChannel.MapMode.READ_WRITE, 0, EndLayout.PAGE)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(EndLayout.INTENT_AT, 10L * RING_BYTES);
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(directory.resolve("bus").resolve("test"))) {
      return all.filter(path -> path.toString().endsWith(ending)).toList();
    }
  }
}
