package io.camber.app.log;

import io.camber.app.timing.Repetitions;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How fast logs of 2 MB messages are written and read through their index on one thread, checksums included, beside the
 * reference library on node where that is installed. Megabytes are payload bytes.
 */
public final class LogBenchmark {
  private static final int MESSAGE_BYTES = 2_000_000;
  private static final int MESSAGES = 150;

  private final Path folder;
  private final int repeat;
  private final Optional<Path> npm;

  /** {@code npm}: a folder with {@code node_modules/@mcap/core}. */
  public LogBenchmark(Path folder, int repeat, Optional<Path> npm) {
    this.folder = folder;
    this.repeat = repeat;
    this.npm = npm;
  }

  /** Measures everything, line by line. */
  public void run(Consumer<String> line) throws IOException {
    byte[][] sweeps = sweeps();
    for (Compression compression : Compression.values()) {
      Path file = folder.resolve("camber-bench-" + compression + ".mcap");
      try {
        String name = compression == Compression.NONE ? "none" : compression.wireName();
        row(line, "write " + name, () -> write(file, compression, sweeps));
        row(line, "read " + name, () -> read(file));
        if (npm.isPresent() && compression == Compression.NONE) {
          Path theirs = folder.resolve("camber-bench-peer.mcap");
          peerRow(line, "write none, @mcap/core", "write", theirs);
          Files.deleteIfExists(theirs);
        }
        if (npm.isPresent()) {
          peerRow(line, "read " + name + ", @mcap/core", "read", file);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Something that takes time. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void row(Consumer<String> line, String name, Work work) throws IOException {
    work.run();
    double[] rates = new double[repeat];
    for (int i = 0; i < repeat; i++) {
      long beginNs = System.nanoTime();
      work.run();
      rates[i] = MESSAGES * (double) MESSAGE_BYTES / (System.nanoTime() - beginNs) * 1e3;
    }
    print(line, name, rates);
  }

  private void peerRow(Consumer<String> line, String name, String mode, Path file)
      throws IOException {
    double[] rates = new double[repeat];
    for (int i = 0; i < repeat; i++) {
      double seconds = peer(mode, file);
      if (Double.isNaN(seconds)) {
        line.accept(name + ": node or the library does not start");
        return;
      }
      rates[i] = MESSAGES * (double) MESSAGE_BYTES / seconds / 1e6;
    }
    print(line, name, rates);
  }

  private static void print(Consumer<String> line, String name, double[] rates) {
    line.accept(
        String.format(Locale.ROOT, "%-30s %s", name, Repetitions.of(rates).columns(0)));
  }

  private double peer(String mode, Path file) throws IOException {
    Path script = folder.resolve("camber-bench.mjs");
    try (InputStream source = LogBenchmark.class.getResourceAsStream("bench.mjs")) {
      if (source == null) {
        return Double.NaN;
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Process process = new ProcessBuilder(
              "node",
              script.toString(),
              npm.orElseThrow().toAbsolutePath().toString(),
              mode,
              file.toString(),
              Integer.toString(MESSAGES),
              Integer.toString(MESSAGE_BYTES))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try (BufferedReader out = process.inputReader()) {
        String answer = out.readLine();
        return process.waitFor(120, TimeUnit.SECONDS) && answer != null
            ? Double.parseDouble(answer)
            : Double.NaN;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    } finally {
      Files.deleteIfExists(script);
    }
  }

  private static void write(Path file, Compression compression, byte[][] sweeps)
      throws IOException {
    try (McapWriter writer =
        new McapWriter(Files.newOutputStream(file), McapConfig.indexed(compression))) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/sweep", "x", Map.of()));
      for (int i = 0; i < MESSAGES; i++) {
        writer.write(1, i, i, i, sweeps[i % sweeps.length], 0, MESSAGE_BYTES);
      }
    }
  }

  private static void read(Path file) throws IOException {
    long bytes = 0;
    try (McapFile log = McapFile.open(file)) {
      MessageCursor cursor = log.messages(MessageSelection.ALL);
      for (Optional<McapRecord.Message> message = cursor.next();
          message.isPresent();
          message = cursor.next()) {
        bytes += message.get().payload().remaining();
      }
    }
    if (bytes != MESSAGES * (long) MESSAGE_BYTES) {
      throw new IllegalStateException("bytes=" + bytes + " were read, not all that was written");
    }
  }

  /** Points of 20 bytes as sensors make them: coordinates with noise in their low bits, counters, zeros. */
  private static byte[][] sweeps() {
    Random random = new Random(1);
    byte[][] sweeps = new byte[4][MESSAGE_BYTES];
    for (byte[] sweep : sweeps) {
      ByteBuffer points = ByteBuffer.wrap(sweep).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; points.remaining() >= 20; i++) {
        float range = 20.0f + 10.0f * random.nextFloat();
        points.putFloat(range * (i % 1800) / 1800.0f).putFloat(range).putFloat(-1.7f);
        points
            .putInt(i * 50)
            .putShort((short) (i % 64))
            .put((byte) random.nextInt(256))
            .put((byte) 0);
      }
    }
    return sweeps;
  }
}
