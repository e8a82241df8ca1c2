package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody cuts a small file that is mapped: the threads behind the wire survive, tell it once, and leave the file as it is. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CutPageTest {
  private static final int MESSAGES = 20;

  @TempDir
  private Path directory;

  private final List<WireEvent> events = new CopyOnWriteArrayList<>();

  /** Its page is looked at by the watcher, to ring it whenever somebody comes, and by the timer, to end its waits. */
  @Test
  void whoSleepsIsWokenAndHearsOfNewcomersAndTimeouts() throws IOException {
    AtomicLong received = new AtomicLong();
    AtomicLong waits = new AtomicLong();
    SharedMemoryWire wire = open(events::add);
    try (SharedMemoryWire other = open(WireListener.SILENT)) {
      Bell bell = wire.openBell("sleeper", Waiting.BLOCK);
      WireReader reader = wire.openReader(ChildMain.ALL, "sleeper", bell);
      Thread sleeper = new Thread(() -> listen(bell, reader, received, waits));
      sleeper.start();
      awaitUntil(() -> waits.get() > 2);
      Path page = file("sleeper.node");

      cut(page);
      awaitUntil(() -> isTold("sleeper.node"));
      long before = waits.get();
      awaitUntil(() -> waits.get() > before + 3);
      for (int i = 0; i < MESSAGES; i++) {
        String node = "late" + i;
        send(other.openWriter(ChildMain.ALL, node), i);
        long wanted = i + 1L;
        awaitUntil(() -> received.get() >= wanted);
        awaitUntil(() -> isHeard(WireEvent.Kind.NODE_FOUND, node));
      }

      assertThat(threads("camber-watcher-test")).isEqualTo(2);
      assertThat(threads("camber-bell-timer-test")).isPositive();
      assertThat(events)
          .filteredOn(
              event -> event.kind() == WireEvent.Kind.MALFORMED && event.topic().isEmpty())
          .singleElement()
          .matches(event -> event.node().equals("sleeper"));
      assertThat(page).isEmptyFile();
      sleeper.interrupt();
    } finally {
      closePastFault(wire);
    }
  }

  @Test
  void whoLeavesAfterItsPageWasCutIsSaidToHaveLeft() throws IOException {
    try (SharedMemoryWire wire = open(events::add)) {
      SharedMemoryWire other = open(WireListener.SILENT);
      wire.openWriter(ChildMain.ALL, "here");
      other.openWriter(ChildMain.ALL, "there");
      awaitUntil(() -> isHeard(WireEvent.Kind.NODE_FOUND, "there"));

      cut(file("there.node"));
      closePastFault(other);
      awaitUntil(() -> isHeard(WireEvent.Kind.NODE_LEFT, "there"));

      assertThat(events)
          .filteredOn(event -> event.kind() == WireEvent.Kind.NODE_LEFT)
          .singleElement()
          .matches(event -> event.detail().contains("there.node was cut"));
      try (SharedMemoryWire next = open(WireListener.SILENT)) {
        next.openWriter(ChildMain.ALL, "next");
        awaitUntil(() -> isHeard(WireEvent.Kind.NODE_FOUND, "next"));
      }
    }
  }

  @Test
  void whoDiesAfterItsPageWasCutIsBuried() throws Exception {
    try (SharedMemoryWire wire = open(events::add);
        Child child = Child.start(directory.resolve("bus"), "publish", "there", 3, 300)) {
      wire.openWriter(ChildMain.ALL, "here");
      child.await("ready");
      awaitUntil(() -> isHeard(WireEvent.Kind.NODE_FOUND, "there"));

      cut(file("there.node"));
      child.kill();
      awaitUntil(() -> isHeard(WireEvent.Kind.NODE_DIED, "there"));

      assertThat(file("there.lock")).doesNotExist();
      wire.openWriter(ChildMain.ALL, "there");
    }
  }

  @Test
  void aWatcherGoesOnWhenTheCounterOfChangesIsCutAndWhenItsListenerFails() throws IOException {
    BusFiles files = BusFiles.open(directory.resolve("bus"), "test");
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger faults = new AtomicInteger();
    Generation generation = Generation.open(files);
    Registry registry = new Registry(files, generation, WireListener.SILENT);
    try (Watcher watcher = new Watcher(
        "watcher",
        files.directory,
        registry,
        () -> {},
        () -> {
          if (looks.incrementAndGet() % 2 == 0) {
            throw new IllegalStateException("a listener fails");
          }
        },
        faults::incrementAndGet)) {
      watcher.start();
      awaitUntil(() -> looks.get() > 4);

      cut(file("generation"));
      awaitUntil(() -> faults.get() > 3);

      assertThat(threads("watcher")).isEqualTo(1);
    }
    assertThat(file("generation")).isEmptyFile();
  }

  private static void listen(Bell bell, WireReader reader, AtomicLong received, AtomicLong waits) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        bell.await(reader::hasMessages, 20_000_000);
        waits.incrementAndGet();
        reader.poll((publisher, head, payload) -> received.incrementAndGet(), 10);
      } catch (InternalError e) {
        assertThat(e).hasMessageContaining("unsafe memory access");
      }
    }
  }

  private static void send(WireWriter writer, int number) {
    ByteBuffer payload = ByteBuffer.allocateDirect(64).order(ByteOrder.LITTLE_ENDIAN);
    Numbered.fill(payload, number);
    writer.send(new WireHeader().set(number, 0, 0), payload);
  }

  /** The node says in its page that it leaves. */
  private static void closePastFault(SharedMemoryWire wire) {
    try {
      wire.close();
    } catch (InternalError e) {
      assertThat(e).hasMessageContaining("unsafe memory access");
    }
  }

  private SharedMemoryWire open(WireListener listener) {
    return SharedMemoryWire.open(ChildMain.config(directory.resolve("bus")), listener);
  }

  private Path file(String name) {
    return directory.resolve("bus").resolve("test").resolve(name);
  }

  private boolean isTold(String file) {
    return events.stream()
        .anyMatch(
            e -> e.kind() == WireEvent.Kind.MALFORMED && e.detail().contains(file + " was cut"));
  }

  private boolean isHeard(WireEvent.Kind kind, String node) {
    return events.stream().anyMatch(e -> e.kind() == kind && e.node().equals(node));
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }

  private static void cut(Path file) throws IOException {
    assertThat(Files.size(file)).isPositive();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private static void awaitUntil(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
