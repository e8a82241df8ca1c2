package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.transport.WireListener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WatcherTest {
  /** Much longer than a thread that does not wait takes to close it. */
  private static final long LOOK_NS = 100_000_000;

  @TempDir
  private Path directory;

  private final AtomicReference<Thread> watching = new AtomicReference<>();
  private final CountDownLatch looking = new CountDownLatch(1);

  @Test
  void whoClosesItWhileInterruptedStillFindsItAtRest() throws InterruptedException {
    BusFiles files = BusFiles.open(directory.resolve("bus"), "test");
    try (Generation generation = Generation.open(files)) {
      Registry registry = new Registry(files, generation, WireListener.SILENT);
      Watcher watcher =
          new Watcher("watcher", files.directory, registry, () -> {}, this::lookForLong, () -> {});
      watcher.start();
      looking.await();
      Thread.currentThread().interrupt();

      watcher.close();
      boolean isAtRest = !Objects.requireNonNull(watching.get()).isAlive();
      boolean isFlagKept = Thread.interrupted();
      watcher.close();
      registry.close();

      assertThat(isAtRest).isTrue();
      assertThat(isFlagKept).isTrue();
    }
  }

  private void lookForLong() {
    watching.set(Thread.currentThread());
    looking.countDown();
    LockSupport.parkNanos(LOOK_NS);
  }
}
