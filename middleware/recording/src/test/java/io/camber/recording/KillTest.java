package io.camber.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void completesItsFileWhenItsProcessIsAskedToEnd() throws Exception {
    Path file = folder.resolve("term.mcap");
    Process process = start(file);
    awaitAcknowledged(process.inputReader(), 200);

    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    try (McapFile log = McapFile.open(file)) {
      assertThat(log.isIndexed()).isTrue();
      assertThat(check(log)).isGreaterThanOrEqualTo(200);
    }
  }

  private Outcome kill(int seed) throws Exception {
    Path file = folder.resolve("kill-" + seed + ".mcap");
    Process process = start(file);
    BufferedReader out = process.inputReader();
    Random random = new Random(seed);
    long acknowledged = awaitAcknowledged(out, 1 + random.nextInt(20_000));
    process.waitFor(random.nextInt(80), TimeUnit.MILLISECONDS);
    assertThat(new ProcessBuilder("kill", "-9", Long.toString(process.pid()))
            .start()
            .waitFor())
        .isZero();
    process.waitFor();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      acknowledged = line.isEmpty() ? acknowledged : Math.max(acknowledged, number(line));
    }

    Path part = folder.resolve("kill-" + seed + ".mcap.part");
    long beginNs = System.nanoTime();
    try (McapFile log = McapFile.salvage(part)) {
      double openMs = (System.nanoTime() - beginNs) / 1e6;
      return new Outcome(acknowledged, check(log), openMs, Files.size(part));
    } finally {
      Files.delete(part);
    }
  }

  /** A line that the kill has cut says less than was acknowledged. */
  private static long number(String line) {
    return Long.parseLong(line);
  }

  private Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            RecordingProcess.class.getName(),
            file.toString(),
            "100")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long awaitAcknowledged(BufferedReader out, long wanted) throws IOException {
    long acknowledged = 0;
    while (acknowledged < wanted) {
      String line = out.readLine();
      assertThat(line).as("the process must not end by itself").isNotNull();
      acknowledged = number(line);
    }
    return acknowledged;
  }

  /** Every message from the first on, each as it was given; returns how many. */
  private static long check(McapFile log) throws IOException {
    MessageCursor cursor = log.messages(MessageSelection.ALL);
    long count = 0;
    for (Optional<McapRecord.Message> message = cursor.next();
        message.isPresent();
        message = cursor.next()) {
      assertThat(message.get().sequence()).isEqualTo(count);
      assertThat(message.get().payload())
          .isEqualTo(ByteBuffer.wrap(RecordingProcess.payload(count)));
      count++;
    }
    return count;
  }
}
