package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Qos;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who sleep for good miss no message, though their writer wakes none of them itself. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RingerTest {
  private static final int SLEEPERS = 16;
  private static final int MESSAGES = 300;
  private static final WireTopic TOPIC = new WireTopic("/many", "bytes", 1, Qos.SAMPLES);

  @TempDir
  private Path directory;

  @Test
  void everySleeperGetsEveryMessageThoughEachWaitsForAllBeforeItSleepsAgain() throws Exception {
    SharedMemoryConfig config = SharedMemoryConfig.of("test").withRoot(directory.resolve("bus"));
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
          .anyMatch(thread -> thread.getName().equals("camber-ringer-test"));
    }
  }

  private static void sleeper(
      SharedMemoryWire wire, String node, AtomicLong count, CountDownLatch done) {
    Bell bell = wire.openBell(node, Waiting.BLOCK);
    WireReader reader = wire.openReader(TOPIC, node, bell);
    Thread thread = new Thread(
        () -> {
          while (count.get() < MESSAGES) {
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
