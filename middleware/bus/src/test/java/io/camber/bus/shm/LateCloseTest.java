package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.shm.file.FileNames;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer's owner is held in the middle of a call while another thread closes the wire and gives up waiting: readers that look
 * only then lose nothing of what was sent.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LateCloseTest {
  private static final int COUNT = 10;

  /** Longer than a busy machine keeps a reader of this process from the core. */
  private static final SlowReaders PATIENT =
      new SlowReaders(SlowReaders.Action.EVICT, 10_000_000_000L);

  @TempDir
  private Path directory;

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch out = new CountDownLatch(1);
  private Path root;
  private SharedMemoryWire others;
  private WireReader reader;
  private SharedMemoryWire wire;
  private WireWriter writer;
  private Thread owner;

  /** A reader that looks at nothing, and a writer whose owner has sent everything and does not come out of its last call. */
  @BeforeEach
  void holdAnOwner() throws InterruptedException {
    root = directory.resolve("bus");
    others = SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT);
    reader = others.openReader(ChildMain.ALL, "reader", others.openBell("reader", Waiting.SPIN));
    wire = SharedMemoryWire.open(ChildMain.config(root).withSlowReaders(PATIENT), this::hold);
    writer = wire.openWriter(ChildMain.ALL, "writer");
    owner = new Thread(
        () -> {
          for (int i = 0; i < COUNT - 1; i++) {
            send(i);
          }
          WireTopic topic = ChildMain.ALL;
          others.openReader(
              new WireTopic(topic.name(), topic.schemaName(), topic.schemaHash() + 1, topic.qos()),
              "misfit",
              others.openBell("misfit", Waiting.SPIN));
          send(COUNT - 1);
        },
        "owner");
    owner.start();
    held.await();
  }

  private void send(long number) {
    writer.send(new WireHeader().set(number, 0, 0), ByteBuffer.allocate(100));
  }

  /** The writer is told, between its message and its way out, of a reader that does not fit. */
  private void hold(WireEvent event) {
    if (event.kind() == WireEvent.Kind.SCHEMA_MISMATCH) {
      held.countDown();
      try {
        out.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @AfterEach
  void letGo() throws InterruptedException {
    out.countDown();
    owner.join();
    wire.close();
    others.close();
  }

  private List<Long> pollAll() {
    List<Long> seen = new ArrayList<>();
    while (seen.size() < COUNT) {
      reader.poll((publisher, header, payload) -> seen.add(header.sequence()), COUNT);
    }
    return seen;
  }

  private static List<Long> everything() {
    return LongStream.range(0, COUNT).boxed().toList();
  }

  private List<String> filesOfWriter() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("test"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.startsWith("writer"))
          .toList();
    }
  }

  @Test
  void aReaderThatLooksWhileTheOwnerIsHeldFindsEverything() throws Exception {
    wire.close();
    List<Long> seen = pollAll();
    out.countDown();
    owner.join();

    assertThat(seen).isEqualTo(everything());
    assertThat(reader.counters().lost()).isZero();
    assertThat(filesOfWriter()).isEmpty();
  }

  @Test
  void aReaderThatLooksWhenTheOwnerIsOnItsWayOutFindsEverything() throws Exception {
    wire.close();
    out.countDown();
    List<Long> seen = pollAll();
    owner.join();

    assertThat(seen).isEqualTo(everything());
    assertThat(reader.counters().lost()).isZero();
    assertThat(filesOfWriter()).isEmpty();
  }

  @Test
  void theNameIsTheOwnersUntilItIsOut() throws InterruptedException {
    wire.close();
    assertThatThrownBy(() -> others.openWriter(ChildMain.ALL, "writer"))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("taken");
    out.countDown();
    pollAll();
    owner.join();

    others.openWriter(ChildMain.ALL, "writer");
  }

  @Test
  void aWriterThatIsClosedAloneStaysOnTheBusToo() throws Exception {
    writer.close();
    List<Long> seen = pollAll();
    out.countDown();
    owner.join();

    assertThat(seen).isEqualTo(everything());
    assertThat(filesOfWriter()).noneMatch(file -> file.endsWith(FileNames.OUT));
  }
}
