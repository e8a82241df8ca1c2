package io.camber.recording;

import static io.camber.recording.NumberedMessages.config;
import static io.camber.recording.NumberedMessages.inFile;
import static io.camber.recording.NumberedMessages.listener;
import static io.camber.recording.NumberedMessages.record;
import static io.camber.recording.NumberedMessages.recordUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.mcap.Compression;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, fail, write half of what they should, or are slow (REC-03, REC-04). */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FullDiskTest {
  @TempDir
  private Path folder;

  @Test
  void goesOnWhenThereIsRoomAgainWhicheverWriteFailed() throws Exception {
    for (int failing = 3; failing <= 20; failing++) {
      fail(failing);
    }
  }

  @Test
  @Tag("campaign")
  void goesOnWhicheverOfTwoHundredWritesFailed() throws Exception {
    Counts all = Counts.NONE;
    for (int failing = 3; failing <= 202; failing++) {
      all = all.plus(fail(failing));
    }
    System.out.println("REC-03: writes 3 to 202 failed, " + all);
  }

  /** What recordings onto bad disks came to. */
  private record Counts(int recordings, long recorded, long found, long dropped) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(Recorder recorder, long found) {
      return new Counts(1, recorder.recorded(), found, recorder.dropped());
    }

    Counts plus(Counts other) {
      return new Counts(
          recordings + other.recordings,
          recorded + other.recorded,
          found + other.found,
          dropped + other.dropped);
    }
  }

  private Counts fail(int failing) throws Exception {
    Path file = folder.resolve("n" + failing + ".mcap");
    FailingDisk disk = FailingDisk.fromWrite(failing);
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch resumed = new CountDownLatch(1);
    Recorder recorder = Recorder.create(file, config(), listener(stalled, resumed), disk);
    recordUntil(recorder, stalled);
    long before = recorder.recorded();
    record(recorder, before, 500);
    recorder.flush();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    long prefix = whileRetried(part);
    assertThat(prefix).as("write " + failing).isGreaterThanOrEqualTo(recorder.acknowledged());

    disk.mend();
    assertThat(resumed.await(20, TimeUnit.SECONDS)).as("write " + failing).isTrue();
    record(recorder, before + 500, 100);
    recorder.close();

    Counts counts = Counts.of(recorder, inFile(file));
    assertThat(counts.dropped()).as("write " + failing).isPositive();
    assertThat(counts.found() + counts.dropped())
        .as("write " + failing)
        .isEqualTo(counts.recorded());
    try (McapFile log = McapFile.open(file)) {
      assertThat(log.summary().metadata())
          .as("the gap is noted")
          .anySatisfy(metadata -> assertThat(metadata.name()).isEqualTo("camber.recorder.gap"));
    }
    Files.delete(file);
    return counts;
  }

  @Test
  void leavesAReadablePartWhenTheDiskStaysFull() throws Exception {
    Path file = folder.resolve("full.mcap");
    CountDownLatch stalled = new CountDownLatch(1);
    Recorder recorder = Recorder.create(
        file, config(), listener(stalled, new CountDownLatch(1)), FailingDisk.fromWrite(30));
    recordUntil(recorder, stalled);
    assertThat(recorder.failure()).isPresent();

    assertThatThrownBy(recorder::close).hasMessageContaining("No space left");

    Path part = folder.resolve("full.mcap.part");
    assertThat(file).doesNotExist();
    assertThat(inFile(part)).isPositive().isEqualTo(recorder.acknowledged());
    assertThat(inFile(part) + recorder.dropped()).isEqualTo(recorder.recorded());
  }

  @Test
  void neverMakesARealTimeLoopWaitForASlowDisk() throws Exception {
    Path file = folder.resolve("slow.mcap");
    DiskFile.Factory slow = path -> {
      DiskFile real = DiskFile.create(path);
      return new DiskFile() {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
          java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
          return real.write(bytes);
        }

        @Override
        public void truncate(long position) throws IOException {
          real.truncate(position);
        }

        @Override
        public void sync() throws IOException {
          java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
          real.sync();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    };
    RecorderConfig dropping = new RecorderConfig(
        McapConfig.indexed(Compression.NONE).withChunkBytes(10_000),
        10_000,
        4,
        RecorderConfig.WhenBehind.DROP,
        RecorderConfig.Split.NEVER,
        100_000);
    Recorder recorder = Recorder.create(file, dropping, RecorderListener.NONE, slow);
    long beginNs = System.nanoTime();

    record(recorder, 0, 5_000);

    assertThat((System.nanoTime() - beginNs) / 1e9).as("seconds in the loop").isLessThan(5.0);
    recorder.close();
    assertThat(recorder.dropped()).isPositive();
    assertThat(inFile(file) + recorder.dropped()).isEqualTo(5_000);
  }

  @Test
  void survivesARealFileSystemThatIsFull() throws Exception {
    fillUp(0);
  }

  @Test
  @Tag("campaign")
  @Timeout(value = 600, unit = TimeUnit.SECONDS)
  void survivesRealFileSystemsThatFillUpAtAnyByte() throws Exception {
    SeedRange seeds = SeedRange.asked();
    Counts all = Counts.NONE;
    for (int seed : seeds.stream().toArray()) {
      all = all.plus(fillUp(seed));
    }
    System.out.println("REC-03: tmpfs full, seeds " + seeds + ", " + all);
  }

  /** Records onto a file system of 8 MB of which a random part is taken, until it is full; then there is room again. */
  private Counts fillUp(int seed) throws Exception {
    String what = "seed " + seed;
    Random random = new Random(seed);
    Path mount = Files.createDirectory(folder.resolve("small-" + seed));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", mount.toString()) == 0,
        "needs to mount a small tmpfs");
    try {
      Path filler =
          Files.write(mount.resolve("filler"), new byte[(4 << 20) + random.nextInt(3 << 20)]);
      CountDownLatch stalled = new CountDownLatch(1);
      CountDownLatch resumed = new CountDownLatch(1);
      Path file = mount.resolve("drive.mcap");
      Recorder recorder =
          Recorder.create(file, config(2_000 + random.nextInt(60_000)), listener(stalled, resumed));
      recordUntil(recorder, stalled);
      record(recorder, recorder.recorded(), 1000);
      recorder.flush();
      assertThat(whileRetried(mount.resolve("drive.mcap.part")))
          .as(what)
          .isPositive()
          .isGreaterThanOrEqualTo(recorder.acknowledged());

      Files.delete(filler);
      assertThat(resumed.await(20, TimeUnit.SECONDS)).as(what).isTrue();
      record(recorder, recorder.recorded(), 100);
      recorder.close();

      Counts counts = Counts.of(recorder, inFile(file));
      assertThat(counts.found() + counts.dropped()).as(what).isEqualTo(counts.recorded());
      return counts;
    } finally {
      assertThat(run("umount", "-l", mount.toString())).isZero();
    }
  }

  /** The process prints on, so it is not stopped; what is in the file before the limit is whole. */
  @Test
  void survivesALimitOfTheSystemOnTheSizeOfFiles() throws Exception {
    Path file = folder.resolve("limited.mcap");
    try (Recording recording = Recording.limited(6 << 10, file)) {
      recording.awaitAcknowledged(500);
      for (int line = 0; line < 200; line++) {
        recording.awaitLine();
      }
      recording.signal("TERM");
      recording.awaitEnd();

      Path part = file.resolveSibling(file.getFileName() + ".part");
      assertThat(file).doesNotExist();
      assertThat(Files.size(part)).isLessThanOrEqualTo(6 << 20);
      try (McapFile log = McapFile.salvage(part)) {
        assertThat((long) Recording.rightMessages(log).size())
            .isEqualTo(recording.last().acknowledged());
      }
    }
  }

  @Test
  void splitsBySizeAndByTimeAndLosesNothingInBetween() throws Exception {
    RecorderConfig bySize = config().withSplit(new RecorderConfig.Split(50_000, Long.MAX_VALUE));
    RecorderConfig byTime = config().withSplit(new RecorderConfig.Split(Long.MAX_VALUE, 100_000));
    assertThat(parts("size", bySize)).isGreaterThan(4);
    assertThat(parts("time", byTime)).isEqualTo(5);
  }

  /** Records 500 messages 1 microsecond apart; returns the number of files. */
  private int parts(String name, RecorderConfig config) throws Exception {
    Path file = folder.resolve(name + ".mcap");
    try (Recorder recorder = Recorder.create(file, config)) {
      record(recorder, 0, 500);
    }
    int number = 0;
    long next = 0;
    for (Path part = file;
        Files.exists(part);
        part = folder.resolve(name + "-" + number + ".mcap")) {
      try (McapFile log = McapFile.open(part)) {
        assertThat(log.summary().channels()).hasSize(1);
        MessageCursor cursor = log.messages(MessageSelection.ALL);
        for (Optional<McapRecord.Message> message = cursor.next();
            message.isPresent();
            message = cursor.next()) {
          assertThat(message.get().sequence()).isEqualTo(next++);
        }
      }
      number++;
    }
    assertThat(next).isEqualTo(500);
    return number;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** {@link NumberedMessages#inFile} of a file that is lengthened and cut back now and then, in a moment in which it is not. */
  private static long whileRetried(Path file) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        return inFile(file);
      } catch (MalformedMcapException e) {
        if (tries == 10) {
          throw e;
        }
      }
    }
  }
}
