package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.NodeLayout;
import io.camber.bus.shm.file.Rope;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt, which closes a channel in use, is the publisher's own affair: who sleeps is woken all the same. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InterruptedPublisherTest {
  private static final long WAKING_NS_MAX = 5_000_000_000L;
  private static final int PULLS = 20_000;

  @TempDir
  private Path directory;

  @Test
  void wakesWhoSleepsNowAndLater() throws Exception {
    Path root = directory.resolve("bus");
    AtomicLong received = new AtomicLong();
    try (SharedMemoryWire wire =
        SharedMemoryWire.open(ChildMain.config(root), WireListener.SILENT)) {
      sleeper(wire, received);
      WireWriter writer = wire.openWriter(ChildMain.ALL, "writer");
      boolean[] isInterrupted = {true, true, false, true};

      for (int i = 0; i < isInterrupted.length; i++) {
        awaitSleep(root.resolve("test").resolve("sleeper.node"));
        if (isInterrupted[i]) {
          Thread.currentThread().interrupt();
        }
        writer.send(new WireHeader().set(i, 0, 0), ByteBuffer.allocateDirect(8));
        boolean isFlagKept = Thread.interrupted();
        long start = System.nanoTime();
        while (received.get() <= i && System.nanoTime() - start < WAKING_NS_MAX) {
          Thread.onSpinWait();
        }

        assertThat(isFlagKept).isEqualTo(isInterrupted[i]);
        assertThat(received).as("received after send %d", i).hasValue(i + 1L);
      }
    }
  }

  private static void sleeper(SharedMemoryWire wire, AtomicLong received) {
    Bell bell = wire.openBell("sleeper", Waiting.BLOCK);
    WireReader reader = wire.openReader(ChildMain.ALL, "sleeper", bell);
    Thread thread = new Thread(() -> {
      while (received.get() < 4) {
        bell.await(reader::hasMessages, Long.MAX_VALUE);
        reader.poll((publisher, header, payload) -> received.incrementAndGet(), 10);
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  private static void awaitSleep(Path node) throws IOException {
    while ((sleeps(node) & 1) == 0) {
      Thread.onSpinWait();
    }
  }

  private static long sleeps(Path node) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(node))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getLong(NodeLayout.BELLS_AT);
  }

  @Test
  void noPullOfARopeIsLostToInterruptsInItsMiddle() throws Exception {
    BusFiles files = BusFiles.open(directory.resolve("bus"), "test");
    String path = files.path("one.bell").toString();
    assertThat(new ProcessBuilder("mkfifo", "-m", "600", path).start().waitFor())
        .isZero();
    try (FileChannel owner =
            files.open("one.bell", StandardOpenOption.READ, StandardOpenOption.WRITE);
        Rope rope = Rope.open(files, "one.bell")) {
      AtomicBoolean isDone = new AtomicBoolean();
      Thread puller = new Thread(() -> {
        for (int i = 0; i < PULLS; i++) {
          rope.pull();
        }
        isDone.set(true);
      });
      puller.start();
      while (puller.isAlive()) {
        puller.interrupt();
        LockSupport.parkNanos(50_000);
      }

      assertThat(isDone).isTrue();
      assertThat(owner.read(ByteBuffer.allocate(1 << 16))).isGreaterThanOrEqualTo(PULLS);
    }
  }
}
