package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.shm.file.FileNames;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends stay whole though what they call, or what they are given, fails in the middle of a call. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SegmentEndsTest {
  private static final int BYTES = 6000;
  private static final int MANY = 1000;

  @TempDir
  private Path directory;

  private Path root;
  private SharedMemoryWire wire;
  private ByteBuffer payload;
  private boolean isPayloadTakenAway;
  private final List<WireEvent> events = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    root = directory.resolve("bus");
    payload = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    wire = SharedMemoryWire.open(
        ChildMain.config(root).withSlowReaders(new SlowReaders(SlowReaders.Action.EVICT, 0)),
        this::hear);
  }

  /** In the middle of a send: its payload has been measured and not been copied yet. */
  private void hear(WireEvent event) {
    events.add(event);
    if (event.kind() == WireEvent.Kind.READER_OVERRUN && !isPayloadTakenAway) {
      isPayloadTakenAway = true;
      payload.limit(0);
    }
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private WireReader reader() {
    return wire.openReader(ChildMain.ALL, "reader", wire.openBell("reader", Waiting.SPIN));
  }

  private static boolean send(WireWriter writer, ByteBuffer content, long number) {
    Numbered.fill(content, number);
    return writer.send(new WireHeader().set(number, 0, 0), content);
  }

  private static int poll(WireReader reader, WireHandler handler) {
    int count = 0;
    for (int i = 0; i < 10; i++) {
      count += reader.poll(handler, MANY);
    }
    return count;
  }

  @Test
  void aHandlerCannotPollTheReaderThatCallsIt() {
    WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader();
    send(writer, payload, 0);
    send(writer, payload, 1);
    List<Long> seen = new ArrayList<>();

    assertThatThrownBy(() -> poll(
            reader,
            (publisher, header, content) ->
                reader.poll((again, inner, nested) -> seen.add(inner.sequence()), 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("same reader");
    poll(reader, (publisher, header, content) -> seen.add(header.sequence()));

    assertThat(seen).containsExactly(1L);
  }

  @Test
  void nothingIsLentAfterAHandlerThatThrew() {
    WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader();
    send(writer, payload, 0);
    assertThatThrownBy(() -> poll(reader, (publisher, header, content) -> {
          throw new IllegalArgumentException("handler");
        }))
        .hasMessage("handler");

    assertThatThrownBy(reader::loan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("during their call");
  }

  @Test
  void aWriterGoesOnAfterAPayloadThatCouldNotBeCopied() throws IOException {
    WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader();
    while (reader.poll((publisher, header, content) -> {}, 1) == 0) {
      send(writer, payload, 0);
    }
    assertThatThrownBy(() -> {
          for (int i = 1; i < MANY; i++) {
            send(writer, payload, i);
          }
        })
        .isInstanceOf(IndexOutOfBoundsException.class);
    payload.clear();

    boolean isSent = send(writer, payload, MANY);
    List<Long> seen = new ArrayList<>();
    poll(reader, (publisher, header, content) -> {
      assertThat(Numbered.isWhole(content)).isTrue();
      seen.add(header.sequence());
    });
    wire.close();

    assertThat(isSent).isTrue();
    assertThat(seen).endsWith((long) MANY);
    assertThat(root.resolve("test")).isDirectoryNotContaining("glob:**writer*");
  }

  /** The names that a next segment would take are there already. */
  @Test
  void aWriterStaysInItsSegmentWhenTheNextCannotBeShown() throws IOException {
    WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
    send(writer, payload, 0);
    for (int birth = 1; birth < 200; birth++) {
      Path taken =
          root.resolve("test").resolve(FileNames.end("writer", "/all", birth, FileNames.OUT));
      if (!Files.exists(taken)) {
        Files.createFile(taken);
      }
    }
    ByteBuffer large = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    assertThatThrownBy(() -> send(writer, large, 1))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("is there already");
    boolean isSent = send(writer, payload, 2);

    assertThat(isSent).isTrue();
    assertThat(writer.counters().messages()).isEqualTo(2);
  }

  @Test
  void aWriterWhoseFileWasCutIsClosedWithoutALookAtIt() throws IOException {
    WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
    send(writer, payload, 0);
    Path file = root.resolve("test").resolve(segment());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }

    writer.close();

    assertThat(writer.counters().messages()).isEqualTo(1);
    assertThat(file).doesNotExist();
  }

  @Test
  void aClosedWireLooksForNobody() {
    wire.close();
    try (SharedMemoryWire other =
        SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT)) {
      other.openWriter(ChildMain.ALL, "late");
      wire.endpoints();
    }

    assertThat(events).isEmpty();
  }

  private String segment() throws IOException {
    try (var files = Files.list(root.resolve("test"))) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(FileNames.OUT))
          .findFirst()
          .orElseThrow();
    }
  }
}
