package io.camber.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.mcap.McapFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a power cut leaves of a recording (REC-05): all that was synced, and of the rest any beginning, with holes where pages
 * never reached the disk.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class PowerCutTest {
  private static final int PAGE_BYTES = 4096;

  /** Cut before the last sync too. */
  private static final int TAIL_BYTES = 1 << 19;

  /** Two chunks. */
  private static final long UNSYNCED_BYTES = 2L * RecordingProcess.SYNCED_CHUNK_BYTES;

  @TempDir
  private static Path folder;

  private static Path part = Path.of("");
  private static RecordingProcess.Progress progress = RecordingProcess.Progress.NONE;

  @BeforeAll
  static void recordAndKill() throws Exception {
    Path file = folder.resolve("cut.mcap");
    try (Recording recording = Recording.start(file, "sync")) {
      recording.awaitUnsynced(1_500, UNSYNCED_BYTES);
      progress = recording.last();
      recording.kill();
    }
    part = file.resolveSibling(file.getFileName() + ".part");
    assertThat(progress.synced()).as("messages that the disk has").isGreaterThan(500);
    assertThat(Files.size(part) - progress.syncedBytes())
        .as("bytes behind the last sync that was told of")
        .isGreaterThanOrEqualTo(UNSYNCED_BYTES);
  }

  @Test
  void losesOnlyWhatCameAfterTheLastSyncWhereverTheFileEnds() throws IOException {
    Path cut = Files.copy(part, folder.resolve("truncated.mcap"));
    long size = Files.size(cut);
    long before = Long.MAX_VALUE;
    int synced = 0;
    try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
      long last = size / PAGE_BYTES * PAGE_BYTES;
      for (long end = last; end > progress.syncedBytes() - TAIL_BYTES; end -= PAGE_BYTES) {
        channel.truncate(end);
        NavigableSet<Long> found = found(cut);

        assertThat(found.size()).as("file of %d bytes", end).isEqualTo(found.last() + 1);
        assertThat(found.last()).as("file of %d bytes", end).isLessThanOrEqualTo(before);
        if (end >= progress.syncedBytes()) {
          assertThat(found.size()).as("file of %d bytes", end).isGreaterThanOrEqualTo((int)
              progress.synced());
          synced++;
        }
        before = found.last();
      }
    }
    assertThat(synced).as("cuts behind the last sync").isPositive();
  }

  @Test
  void takesNoMessageForWholeThatHasHoles() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      Path torn = folder.resolve("torn-" + seed + ".mcap");
      Files.copy(part, torn);
      tear(torn, new Random(seed));

      assertThat(found(torn)).as("seed %d", seed).containsAll(firstMessages(progress.synced()));
      Files.delete(torn);
    }
  }

  /** Empties some pages that were not yet synced and ends the file somewhere behind the last sync. */
  private static void tear(Path file, Random random) throws IOException {
    long first = (progress.syncedBytes() + PAGE_BYTES - 1) / PAGE_BYTES;
    long pages = Files.size(file) / PAGE_BYTES;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate((first + random.nextInt((int) (pages - first) + 1)) * PAGE_BYTES);
      double share = random.nextDouble() * 0.2;
      for (long page = first; (page + 1) * PAGE_BYTES <= channel.size(); page++) {
        if (random.nextDouble() < share) {
          channel.write(ByteBuffer.allocate(PAGE_BYTES), page * PAGE_BYTES);
        }
      }
    }
  }

  private static NavigableSet<Long> firstMessages(long count) {
    return new java.util.TreeSet<>(
        java.util.stream.LongStream.range(0, count).boxed().toList());
  }

  private static NavigableSet<Long> found(Path file) throws IOException {
    try (McapFile log = McapFile.salvage(file)) {
      return Recording.rightMessages(log);
    }
  }
}
