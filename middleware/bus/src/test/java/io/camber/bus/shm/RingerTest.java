package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Many who sleep for good miss no message, though their writer leaves the ringing to another thread. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RingerTest {
  private static final int SLEEPERS = 16;
  private static final int MESSAGES = 300;
  private static final long WAKING_NS_MAX = 5_000_000_000L;

  /** Of this test alone, as the name of the thread tells. */
  private static final String BUS = "ringer";

  private static final WireTopic TOPIC = new WireTopic("/many", "bytes", 1, Qos.SAMPLES);

  private volatile boolean isOver;

  @TempDir
  private Path directory;

  @AfterEach
  void endSleepers() {
    isOver = true;
  }

  @Test
  void everySleeperGetsEveryMessageThoughEachWaitsForAllBeforeItSleepsAgain() throws Exception {
    SharedMemoryConfig config = SharedMemoryConfig.of(BUS).withRoot(directory.resolve("bus"));
    try (SharedMemoryWire wire = SharedMemoryWire.open(config, WireListener.SILENT);
        SharedMemoryWire other = SharedMemoryWire.open(config, WireListener.SILENT)) {
      List<AtomicLong> counts = new ArrayList<>();
      CountDownLatch done = new CountDownLatch(SLEEPERS);
      for (int i = 0; i < SLEEPERS; i++) {
        AtomicLong count = new AtomicLong();
        counts.add(count);
        sleeper(other, "sleeper" + i, count, done);
      }
      WireWriter writer = wire.openWriter(TOPIC, "writer");
      WireHeader header = new WireHeader();

      for (int i = 0; i < MESSAGES; i++) {
        writer.send(header.set(i, 0, 0), ByteBuffer.allocateDirect(8));
        long sent = i + 1L;
        while (counts.stream().anyMatch(count -> count.get() < sent)) {
          Thread.onSpinWait(); // whoever is not woken now is never woken
        }
      }
      done.await();

      assertThat(counts).allMatch(count -> count.get() == MESSAGES);
      assertThat(Thread.getAllStackTraces().keySet())
          .anyMatch(thread -> thread.getName().equals("camber-ringer-" + BUS));
    }
  }

  /** Before Java 22 the fault may come up in the middle of another call, and that message wakes nobody. */
  @Test
  @EnabledForJreRange(minVersion = 22)
  void oneWhoseBellIsBrokenKeepsNobodyElseAsleep() throws Exception {
    SharedMemoryConfig config = SharedMemoryConfig.of(BUS).withRoot(directory.resolve("bus"));
    List<WireEvent> events = new CopyOnWriteArrayList<>();
    try (SharedMemoryWire wire = SharedMemoryWire.open(config, events::add)) {
      List<AtomicLong> counts = new ArrayList<>();
      CountDownLatch done = new CountDownLatch(SLEEPERS);
      for (int i = 0; i < SLEEPERS; i++) {
        AtomicLong count = new AtomicLong();
        counts.add(count);
        sleeper(wire, "sleeper" + i, count, done);
      }
      Path page = directory.resolve("bus").resolve(BUS).resolve("sleeper0.node");
      Path copy = copyToCut(page);
      WireWriter writer = wire.openWriter(TOPIC, "writer");
      cut(copy);
      WireHeader header = new WireHeader();

      for (int i = 0; i < MESSAGES; i++) {
        sendPastFault(writer, header.set(i, 0, 0));
        awaitAll(counts.subList(1, SLEEPERS), i + 1L);
      }

      assertThat(events)
          .filteredOn(event -> event.kind() == WireEvent.Kind.MALFORMED)
          .extracting(WireEvent::node)
          .hasSizeLessThanOrEqualTo(1)
          .allMatch("sleeper0"::equals);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("camber-ringer-" + BUS));
  }

  /** Up to Java 21 the fault may come up behind the call, when the message is out; see the document of the wire. */
  private static void sendPastFault(WireWriter writer, WireHeader header) {
    try {
      writer.send(header, ByteBuffer.allocateDirect(8));
    } catch (InternalError e) {
      assertThat(Mapping.isFault(e)).isTrue();
    }
  }

  /** Puts a copy in the page's place, for the writer's eyes alone: its owner has the first one. */
  private static Path copyToCut(Path page) throws IOException {
    byte[] bytes = Files.readAllBytes(page);
    Files.delete(page);
    Files.createFile(
        page, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.write(page, bytes);
  }

  private static void cut(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private static void awaitAll(List<AtomicLong> counts, long wanted) {
    long start = System.nanoTime();
    while (counts.stream().anyMatch(count -> count.get() < wanted)) {
      assertThat(System.nanoTime() - start).as("ns waited").isLessThan(WAKING_NS_MAX);
      Thread.onSpinWait();
    }
  }

  private void sleeper(SharedMemoryWire wire, String node, AtomicLong count, CountDownLatch done) {
    Bell bell = wire.openBell(node, Waiting.BLOCK);
    WireReader reader = wire.openReader(TOPIC, node, bell);
    Thread thread = new Thread(
        () -> {
          while (count.get() < MESSAGES && !isOver) {
            bell.await(reader::hasMessages, Long.MAX_VALUE);
            reader.poll((publisher, head, payload) -> count.incrementAndGet(), 10);
          }
          done.countDown();
        },
        node);
    thread.setDaemon(true);
    thread.start();
  }
}
