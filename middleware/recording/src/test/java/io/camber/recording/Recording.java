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
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A {@link RecordingProcess} at 100 MB/s that runs, and is ended. */
final class Recording implements AutoCloseable {
  private static final long END_S = 30;

  private final Process process;
  private final BufferedReader out;
  private RecordingProcess.Progress last = RecordingProcess.Progress.NONE;

  private Recording(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  static Recording start(Path file, String kind, String... options) throws IOException {
    return start(List.of(), file, kind, options);
  }

  /** Starts one whose files the system limits to so many kilobytes. */
  static Recording limited(int kilobytes, Path file) throws IOException {
    String script = "ulimit -f " + kilobytes + "; exec \"$@\"";
    return start(List.of("bash", "-c", script, "bash"), file, "plain");
  }

  private static Recording start(List<String> prefix, Path file, String kind, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx200m");
    command.addAll(List.of(options));
    command.addAll(List.of(
        "-cp",
        System.getProperty("java.class.path"),
        RecordingProcess.class.getName(),
        file.toString(),
        "100",
        kind));
    return new Recording(new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start());
  }

  /** Waits until so many messages are acknowledged. */
  void awaitAcknowledged(long wanted) throws IOException {
    while (last.acknowledged() < wanted) {
      awaitLine();
    }
  }

  /** Waits until so many messages are acknowledged and so many bytes of the file are not yet synced. */
  void awaitUnsynced(long acknowledged, long bytes) throws IOException {
    while (last.acknowledged() < acknowledged || last.writtenBytes() - last.syncedBytes() < bytes) {
      awaitLine();
    }
  }

  /** Whether a signal of this number does nothing to it: shells have what they start in the background ignore SIGINT. */
  boolean ignores(int signal) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    String key = "SigIgn:";
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(key)) {
        long mask = Long.parseUnsignedLong(line.substring(key.length()).strip(), 16);
        return (mask >> (signal - 1) & 1) != 0;
      }
    }
    return false;
  }

  /** Waits for the next line. */
  void awaitLine() throws IOException {
    String line = out.readLine();
    assertThat(line).as("the process must not end by itself").isNotNull();
    last = last.with(line);
  }

  /** Sends a signal. */
  void signal(String name) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
            .start()
            .waitFor())
        .isZero();
  }

  void kill() throws IOException, InterruptedException {
    signal("KILL");
    awaitEnd();
  }

  /** Waits for the end, which must come by itself and in time; returns the exit code. */
  int awaitEnd() throws IOException {
    CompletableFuture<Boolean> inTime = process
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, END_S, TimeUnit.SECONDS)
        .thenApply(this::endUnless);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      last = last.with(line);
    }
    assertThat(inTime.join()).as("the process ends by itself").isTrue();
    return process.exitValue();
  }

  /** Ends who has not ended; of who has there may be lines left to read, which that would cut off. */
  private boolean endUnless(boolean ended) {
    if (!ended) {
      process.destroyForcibly();
    }
    return ended;
  }

  /** Waits some time for the end of a process that may never come to it by itself. */
  boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  /** What it told last. */
  RecordingProcess.Progress last() {
    return last;
  }

  /** Numbers of the messages of a log, each of which must be as it was given. */
  static NavigableSet<Long> rightMessages(McapFile log) throws IOException {
    NavigableSet<Long> numbers = new TreeSet<>();
    MessageCursor cursor = log.messages(MessageSelection.ALL);
    for (Optional<McapRecord.Message> message = cursor.next();
        message.isPresent();
        message = cursor.next()) {
      long number = message.get().sequence();
      assertThat(message.get().payload())
          .as("message %d", number)
          .isEqualTo(ByteBuffer.wrap(RecordingProcess.payload(number)));
      assertThat(numbers.add(number)).as("message %d comes once", number).isTrue();
    }
    return numbers;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
