package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the way of a message may not do: allocate, or sleep through anything. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HotPathTest {
  private static final int MESSAGES = 100_000;

  @TempDir
  private Path directory;

  private SharedMemoryWire open() {
    return SharedMemoryWire.open(ChildMain.config(directory.resolve("bus")), WireListener.SILENT);
  }

  @Test
  void allocatesNothingPerReliableMessage() {
    assertThat(allocatedBy(ChildMain.ALL)).isZero();
  }

  @Test
  void allocatesNothingPerKeepLastMessage() {
    assertThat(allocatedBy(ChildMain.NEWEST)).isZero();
  }

  private long allocatedBy(WireTopic topic) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (SharedMemoryWire left = open();
        SharedMemoryWire right = open()) {
      WireReader reader = right.openReader(topic, "b", right.openBell("b", Waiting.HYBRID));
      WireWriter writer = left.openWriter(topic, "a");
      WireHeader header = new WireHeader();
      ByteBuffer payload = ByteBuffer.allocateDirect(300);
      long[] seen = {0};
      WireHandler handler = (publisher, head, bytes) -> seen[0]++;
      run(writer, reader, header, payload, handler);

      long thread = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(thread);
      run(writer, reader, header, payload, handler);
      long allocated = threads.getThreadAllocatedBytes(thread) - before;

      assertThat(seen[0] + reader.counters().lost()).isEqualTo(2L * MESSAGES);
      assertThat(seen[0]).isGreaterThan(MESSAGES);
      return allocated;
    }
  }

  private static void run(
      WireWriter writer,
      WireReader reader,
      WireHeader header,
      ByteBuffer payload,
      WireHandler handler) {
    for (int i = 0; i < MESSAGES; i++) {
      header.set(i, i, i);
      header.resizeOrigins(40);
      writer.send(header, payload);
      reader.poll(handler, 10);
    }
  }

  @Test
  void sleepsThroughNothing() throws InterruptedException {
    pingPong(10_000);
  }

  @Test
  @Tag("campaign")
  void sleepsThroughNothingInAMillionRounds() throws InterruptedException {
    pingPong(1_000_000);
  }

  /** Two sleepers without a timeout: one lost wake-up and this hangs. */
  private void pingPong(int rounds) throws InterruptedException {
    try (SharedMemoryWire left = open();
        SharedMemoryWire right = open()) {
      Thread echo =
          new Thread(() -> turn(right, ChildMain.BACK, ChildMain.ALL, "b", false, rounds));
      echo.start();

      turn(left, ChildMain.ALL, ChildMain.BACK, "a", true, rounds);

      echo.join();
    }
  }

  private static void turn(
      SharedMemoryWire wire,
      WireTopic to,
      WireTopic from,
      String node,
      boolean isFirst,
      int rounds) {
    Bell bell = wire.openBell(node, Waiting.BLOCK);
    WireReader reader = wire.openReader(from, node, bell);
    WireWriter writer = wire.openWriter(to, node);
    ByteBuffer payload = ByteBuffer.allocateDirect(8);
    WireHeader header = new WireHeader();
    long[] got = {0};
    BooleanSupplier ready = reader::hasMessages;
    if (isFirst) {
      while (wire.endpoints().size() < 4) {
        Thread.onSpinWait();
      }
      writer.send(header.set(0, 0, 0), payload);
    }
    while (got[0] < rounds) {
      if (reader.poll((publisher, head, bytes) -> got[0]++, 1) == 0) {
        bell.await(ready, Long.MAX_VALUE);
      } else if (!isFirst || got[0] < rounds) {
        writer.send(header.set(got[0], 0, 0), payload);
      }
    }
  }
}
