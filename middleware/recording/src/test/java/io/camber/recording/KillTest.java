package io.camber.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of processes that are ended in the middle (REC-01, REC-02). */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class KillTest {
  @TempDir
  private Path folder;

  /** What one killed recording came to. */
  private record Outcome(long acknowledged, long found, double openMs, long bytes) {}

  @Test
  void keepsWhatWasAcknowledgedWhenItsProcessIsKilled() throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      Outcome outcome = kill(seed);
      assertThat(outcome.found()).as("seed " + seed).isGreaterThanOrEqualTo(outcome.acknowledged());
    }
  }

  @Test
  @Tag("campaign")
  void keepsItOverManyKills() throws Exception {
    SeedRange seeds = SeedRange.asked();
    long acknowledged = 0;
    long found = 0;
    double openMs = 0;
    long bytes = 0;
    for (int seed : seeds.stream().toArray()) {
      Outcome outcome = kill(seed);
      assertThat(outcome.found()).as("seed " + seed).isGreaterThanOrEqualTo(outcome.acknowledged());
      acknowledged += outcome.acknowledged();
      found += outcome.found();
      openMs += outcome.openMs();
      bytes += outcome.bytes();
    }
    System.out.printf(
        "REC-01: seeds %s, %d kills, %d acknowledged, %d found, 0 acknowledged lost, index rebuilt at %.0f ms/GiB over %.0f MB%n",
        seeds, seeds.size(), acknowledged, found, openMs / bytes * (1L << 30), bytes / 1e6);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 15", "INT, 2"})
  void completesItsFileWhenItsProcessIsAskedToEnd(String signal, int number) throws Exception {
    Path file = folder.resolve(signal + ".mcap");
    try (Recording recording = Recording.start(file, "plain")) {
      recording.awaitAcknowledged(200);
      assumeFalse(recording.ignores(number), signal + " is ignored by what this build starts");
      recording.signal(signal);
      recording.awaitEnd();

      try (McapFile log = McapFile.open(file)) {
        NavigableSet<Long> found = Recording.rightMessages(log);
        assertWholeFrom0(found);
        assertThat(found.size()).isGreaterThanOrEqualTo((int) recording.last().acknowledged());
        assertThat(log.summary().statistics().map(McapRecord.Statistics::messageCount))
            .hasValue((long) found.size());
      }
      assertThat(part(file)).doesNotExist();
    }
  }

  @Test
  void keepsWhatWasAcknowledgedWhenItsProcessIsMadeToEndWithoutMemory() throws Exception {
    Path file = folder.resolve("exit.mcap");
    try (Recording recording = Recording.start(file, "hoard", "-XX:+ExitOnOutOfMemoryError")) {
      assertThat(recording.awaitEnd()).as("exit code").isNotZero();

      assertKept(file, recording.last());
    }
  }

  /** Nobody ends this one: its threads go on as far as they can, and what they leave must be right all the same. */
  @Test
  void keepsWhatWasAcknowledgedWhenItsThreadsRunOutOfMemory() throws Exception {
    Path file = folder.resolve("hoard.mcap");
    try (Recording recording = Recording.start(file, "hoard")) {
      if (recording.endsWithin(4, TimeUnit.SECONDS)) {
        recording.awaitEnd();
      } else {
        recording.kill();
      }

      assertKept(file, recording.last());
    }
  }

  private static void assertKept(Path file, RecordingProcess.Progress told) throws Exception {
    assertThat(told.acknowledged()).isGreaterThan(1_000);
    try (McapFile log = McapFile.salvage(Files.exists(file) ? file : part(file))) {
      NavigableSet<Long> found = Recording.rightMessages(log);
      for (long number = 0; number < told.acknowledged(); number++) {
        assertThat(found).contains(number);
      }
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private Outcome kill(int seed) throws Exception {
    Path file = folder.resolve("kill-" + seed + ".mcap");
    Random random = new Random(seed);
    long acknowledged;
    try (Recording recording = Recording.start(file, "plain")) {
      recording.awaitAcknowledged(1 + random.nextInt(20_000));
      recording.endsWithin(random.nextInt(80), TimeUnit.MILLISECONDS);
      recording.kill();
      acknowledged = recording.last().acknowledged();
    }

    Path part = part(file);
    long beginNs = System.nanoTime();
    try (McapFile log = McapFile.salvage(part)) {
      double openMs = (System.nanoTime() - beginNs) / 1e6;
      NavigableSet<Long> found = Recording.rightMessages(log);
      assertWholeFrom0(found);
      return new Outcome(acknowledged, found.size(), openMs, Files.size(part));
    } finally {
      Files.delete(part);
    }
  }

  private static void assertWholeFrom0(NavigableSet<Long> found) {
    assertThat(found.first()).isZero();
    assertThat(found.last()).isEqualTo(found.size() - 1);
  }
}
