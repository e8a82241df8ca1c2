package io.camber.bus.shm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel tells of files that come and go, as long as it is asked. */
@EnabledOnOs(OS.LINUX)
final class FolderWatchTest {
  private static final long SECONDS_MAX = 20;

  private final Semaphore told = new Semaphore(0);

  @TempDir
  private Path folder;

  @Test
  void tellsOfWhatComesAndGoes() throws Exception {
    try (FolderWatch watch = new FolderWatch(folder, told::release)) {
      boolean isTold = watch.begin();
      Files.createFile(folder.resolve("one"));
      boolean cameInTime = told.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS);
      Files.delete(folder.resolve("one"));
      boolean wentInTime = told.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS);

      assertThat(isTold).isTrue();
      assertThat(watch.isOn()).isTrue();
      assertThat(cameInTime).isTrue();
      assertThat(wentInTime).isTrue();
    }
  }

  @Test
  void saysNothingWhenItIsNotAsked(@TempDir Path second) throws Exception {
    Semaphore othersTold = new Semaphore(0);
    try (FolderWatch watch = new FolderWatch(folder, told::release);
        FolderWatch other = new FolderWatch(second, othersTold::release)) {
      watch.begin();
      watch.end();
      other.begin();
      Files.createFile(folder.resolve("one"));
      Files.createFile(second.resolve("later"));
      boolean isLaterTold = othersTold.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS);
      Files.delete(second.resolve("later"));
      boolean isLatestTold = othersTold.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS);

      assertThat(isLaterTold).isTrue();
      assertThat(isLatestTold).isTrue();
      assertThat(told.availablePermits()).isZero();
      assertThat(watch.isOn()).isFalse();
      assertThat(watch.begin()).isTrue();
      Files.delete(folder.resolve("one"));
      assertThat(told.tryAcquire(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aFolderThatIsNotThereIsNotWatchedAndLeavesNothing() throws Exception {
    try (FolderWatch watch = new FolderWatch(folder.resolve("nowhere"), told::release)) {
      assertThat(watch.begin()).isFalse();
      assertThat(watch.isOn()).isFalse();
      long start = System.nanoTime();
      while (isThreadLeft("camber-folder-nowhere")) {
        assertThat(System.nanoTime() - start).isLessThan(SECONDS_MAX * 1_000_000_000);
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(watch.begin()).isFalse();
    }
  }

  private static boolean isThreadLeft(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(name));
  }
}
