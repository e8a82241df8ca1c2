package io.camber.recording;

import static io.camber.recording.NumberedMessages.config;
import static io.camber.recording.NumberedMessages.inFile;
import static io.camber.recording.NumberedMessages.listener;
import static io.camber.recording.NumberedMessages.numbersIn;
import static io.camber.recording.NumberedMessages.record;
import static io.camber.recording.NumberedMessages.recordUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.mcap.McapConfig;
import io.camber.mcap.McapPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks whose syncs fail and lose what they should have kept, and what else must not end a recording (REC-03, REC-04). */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SickDiskTest {
  @TempDir
  private Path folder;

  @Test
  void goesOnInAnotherFileWhicheverSyncFailed() throws Exception {
    for (int failing = 1; failing <= 5; failing++) {
      String what = "sync " + failing;
      int sick = failing;
      FailingDisk disk = FailingDisk.atSyncs(sync -> sync == sick);
      CountDownLatch stalled = new CountDownLatch(1);
      CountDownLatch resumed = new CountDownLatch(1);
      Path file = folder.resolve("s" + failing + ".mcap");
      Recorder recorder = Recorder.create(file, syncing(), listener(stalled, resumed), disk);
      recordUntil(recorder, stalled);
      assertThat(resumed.await(20, TimeUnit.SECONDS)).as(what).isTrue();
      record(recorder, recorder.recorded(), 300);
      recorder.close();

      Path part = folder.resolve("s" + failing + ".mcap.part");
      Path second = folder.resolve("s" + failing + "-1.mcap");
      NavigableSet<Long> found = recorder.synced() == 0 ? new TreeSet<>() : numbersIn(part);
      assertThat(found).as(what).containsAll(firstNumbers(recorder.synced()));
      assertThat(recorder.synced()).as(what).isLessThan(recorder.acknowledged());
      assertThat(recorder.dropped()).as(what).isZero();
      assertThat(recorder.acknowledged()).as(what).isEqualTo(recorder.recorded());
      NavigableSet<Long> after = numbersIn(second);
      assertThat(after).as(what).hasSizeGreaterThanOrEqualTo(300).hasSize((int)
          (recorder.recorded() - after.first()));
      assertThat(file).as(what).doesNotExist();
      assertThat(disk.closed).as(what).hasValue(disk.opened.get());
    }
  }

  @Test
  void makesFewFilesWhenEverySyncFails() throws Exception {
    FailingDisk disk = FailingDisk.atSyncs(sync -> true);
    Recorder recorder =
        Recorder.create(folder.resolve("never.mcap"), syncing(), RecorderListener.NONE, disk);
    record(recorder, 0, 20_000);

    assertThatThrownBy(recorder::close).hasMessageContaining("Input/output error");
    assertThat(recorder.synced()).isZero();
    assertThat(recorder.acknowledged() + recorder.dropped()).isEqualTo(20_000);
    // 20 ms in spans of 0.1, 0.2, 0.4 ms and so on: seven syncs, and one at the end.
    assertThat(disk.syncs.get()).isBetween(5, 9);
    assertThat(files()).hasSizeBetween(5, 9).allMatch(name -> name.endsWith(".part"));
    assertThat(disk.closed).hasValue(disk.opened.get());
  }

  @Test
  void givesUpWithoutSyncingAndTellsWhatFailedFirst() throws Exception {
    FailingDisk disk = FailingDisk.fromWriteAndAtAllSyncs(30);
    CountDownLatch stalled = new CountDownLatch(1);
    Path file = folder.resolve("full.mcap");
    Recorder recorder = Recorder.create(
        file,
        config().withSyncSpanNs(Long.MAX_VALUE / 4),
        listener(stalled, new CountDownLatch(1)),
        disk);
    recordUntil(recorder, stalled);

    assertThatThrownBy(recorder::close).hasMessageContaining("No space left");
    assertThat(disk.syncs).hasValue(0);
    assertThat(disk.closed).hasValue(disk.opened.get());
    assertThat(inFile(part(file))).isEqualTo(recorder.acknowledged());
    assertThat(recorder.acknowledged() + recorder.dropped()).isEqualTo(recorder.recorded());
  }

  @Test
  void countsTheMessageThatIsLostWithoutAChunkToKeepIt() throws Exception {
    Set<McapPart> parts = EnumSet.copyOf(config().container().parts());
    parts.removeAll(Set.of(McapPart.CHUNKS, McapPart.MESSAGE_INDEXES, McapPart.CHUNK_INDEXES));
    McapConfig unchunked = config().container().withParts(parts);
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch resumed = new CountDownLatch(1);
    FailingDisk disk = FailingDisk.fromWrite(200);
    Path file = folder.resolve("unchunked.mcap");
    Recorder recorder =
        Recorder.create(file, config().withContainer(unchunked), listener(stalled, resumed), disk);
    recordUntil(recorder, stalled);
    disk.mend();
    assertThat(resumed.await(20, TimeUnit.SECONDS)).isTrue();
    record(recorder, recorder.recorded(), 100);
    recorder.close();

    assertThat(recorder.dropped()).isPositive();
    assertThat(inFile(file)).isGreaterThan(100).isEqualTo(recorder.acknowledged());
    assertThat(inFile(file) + recorder.dropped()).isEqualTo(recorder.recorded());
  }

  @Test
  void countsWhatTheLastWritesLose() throws Exception {
    for (int failing = 3; failing <= 30; failing++) {
      Path file = folder.resolve("end" + failing + ".mcap");
      FailingDisk disk = FailingDisk.fromWrite(failing);
      Recorder recorder = Recorder.create(file, config(), RecorderListener.NONE, disk);
      record(recorder, 0, 9);

      boolean isWhole = true;
      try {
        recorder.close();
      } catch (IOException e) {
        isWhole = false;
      }
      assertThat(inFile(isWhole ? file : part(file)) + recorder.dropped())
          .as("write " + failing)
          .isEqualTo(9);
      assertThat(disk.closed).as("write " + failing).hasValue(disk.opened.get());
    }
  }

  @Test
  void goesOnWhateverItsListenerThrows() throws Exception {
    Path file = folder.resolve("thrown.mcap");
    FailingDisk disk = FailingDisk.fromWrite(10);
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch resumed = new CountDownLatch(1);
    CountDownLatch completed = new CountDownLatch(1);
    RecorderListener throwing = new RecorderListener() {
      @Override
      public void stalled(IOException cause) {
        stalled.countDown();
        throw new IllegalStateException("of the listener");
      }

      @Override
      public void resumed(long dropped) {
        resumed.countDown();
        throw new OutOfMemoryError("of the listener");
      }

      @Override
      public void completed(Path name) {
        completed.countDown();
        throw new OutOfMemoryError("of the listener");
      }
    };
    Recorder recorder = Recorder.create(file, config(), throwing, disk);
    recordUntil(recorder, stalled);
    record(recorder, recorder.recorded(), 200);
    disk.mend();
    assertThat(resumed.await(20, TimeUnit.SECONDS)).isTrue();
    record(recorder, recorder.recorded(), 200);
    recorder.close();

    assertThat(completed.getCount()).isZero();
    assertThat(inFile(file) + recorder.dropped()).isEqualTo(recorder.recorded());
  }

  @Test
  void holdsNobodyUpThoughItsDiskThrowsWhatNoDiskThrows() throws Exception {
    DiskFile.Factory odd = path -> {
      DiskFile real = DiskFile.create(path);
      return new DiskFile() {
        private int writes;

        @Override
        public int write(java.nio.ByteBuffer bytes) throws IOException {
          if (++writes == 6) {
            throw new IllegalStateException("odd");
          }
          return real.write(bytes);
        }

        @Override
        public void truncate(long position) throws IOException {
          real.truncate(position);
        }

        @Override
        public void sync() throws IOException {
          real.sync();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    };
    Path file = folder.resolve("odd.mcap");
    Recorder recorder = Recorder.create(file, config(), RecorderListener.NONE, odd);
    record(recorder, 0, 1_000);

    assertThatThrownBy(recorder::close).hasMessageContaining("odd");
    assertThat(inFile(part(file)) + recorder.dropped()).isEqualTo(1_000);
  }

  private static RecorderConfig syncing() {
    return config().withSyncSpanNs(100_000);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static List<Long> firstNumbers(long count) {
    return LongStream.range(0, count).boxed().toList();
  }
}
