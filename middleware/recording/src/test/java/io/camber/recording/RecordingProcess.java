package io.camber.recording;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Schema;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A process that records so many megabytes a second and prints, line by line: messages acknowledged, messages that the disk
 * itself has, how long the file was when it last had them, and how long it is.
 */
final class RecordingProcess {
  /** Of the chunks between syncs. */
  static final int SYNCED_CHUNK_BYTES = 1 << 18;

  private static final int SMALL_BYTES = 2048;
  private static final int LARGE_BYTES = 65_536;
  private static final Schema SCHEMA = new Schema("camber.v1.Thing", "protobuf", new byte[] {9, 8});

  private static Object[] hoarded = {};

  private RecordingProcess() {}

  /**
   * One line of what it prints.
   *
   * @param acknowledged messages that survive the process
   * @param synced messages that survive a power cut
   * @param syncedBytes length of the file at the last sync
   * @param writtenBytes length of the file
   */
  record Progress(long acknowledged, long synced, long syncedBytes, long writtenBytes) {
    static final Progress NONE = new Progress(0, 0, 0, 0);

    /** What holds after a line; one that a kill has cut tells nothing. */
    Progress with(String line) {
      String[] fields = line.split(" ", -1);
      return fields.length == 5 && fields[4].equals(".")
          ? new Progress(
              Long.parseLong(fields[0]),
              Long.parseLong(fields[1]),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]))
          : this;
    }
  }

  /** Arguments: file, megabytes a second, and what else: {@code plain}, {@code sync}, or {@code hoard} for a full heap. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    double bytesPerNs = Double.parseDouble(arguments[1]) * 1e6 / 1e9;
    boolean syncs = arguments[2].equals("sync");
    boolean hoards = arguments[2].equals("hoard");
    long beginNs = System.nanoTime();
    long bytes = 0;
    WatchedDisk disk = new WatchedDisk();
    try (Recorder recorder =
        Recorder.create(Path.of(arguments[0]), config(syncs), RecorderListener.NONE, disk)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(recorder)));
      for (long i = 0; ; i++) {
        byte[] payload = payload(i);
        bytes += payload.length;
        long timeNs = i * 100_000;
        recorder.record(
            SCHEMA,
            new Envelope("/x", "x", i, timeNs, timeNs, Origins.NONE),
            payload,
            0,
            payload.length);
        if (i % 64 == 0) {
          // In this order: the file is never told to be shorter than what the disk has of it.
          System.out.println(recorder.acknowledged() + " " + recorder.synced() + " "
              + disk.syncedBytes + " " + disk.writtenBytes + " .");
          long dueNs = beginNs + (long) (bytes / bytesPerNs);
          Thread.sleep(Math.max(0, (dueNs - System.nanoTime()) / 1_000_000));
        }
        if (hoards && i == 3_000) {
          new Thread(RecordingProcess::hoard).start();
        }
      }
    }
  }

  /** Small chunks and 30 ms of log time, 300 messages, between two syncs; or as runs record. */
  private static RecorderConfig config(boolean syncs) {
    return syncs
        ? RecorderConfig.DEFAULT
            .withContainer(McapConfig.indexed(Compression.NONE).withChunkBytes(SYNCED_CHUNK_BYTES))
            .withSyncSpanNs(30_000_000)
        : RecorderConfig.DEFAULT;
  }

  /** Takes all memory there is and keeps it. */
  private static void hoard() {
    for (int longs = 1 << 17; ; ) {
      try {
        hoarded = new Object[] {hoarded, new long[longs]};
      } catch (OutOfMemoryError e) {
        longs = Math.max(1, longs / 2);
      }
    }
  }

  private static void closeQuietly(Recorder recorder) {
    try {
      recorder.close();
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  /** A real file that tells how much of it was written and last synced. */
  private static final class WatchedDisk implements DiskFile.Factory {
    volatile long syncedBytes;
    volatile long writtenBytes;

    @Override
    public DiskFile create(Path file) throws IOException {
      DiskFile real = DiskFile.create(file);
      return new DiskFile() {
        private long written;

        @Override
        public int write(ByteBuffer bytes) throws IOException {
          int some = real.write(bytes);
          written += some;
          writtenBytes = written;
          return some;
        }

        @Override
        public void truncate(long position) throws IOException {
          real.truncate(position);
          written = position;
          writtenBytes = written;
        }

        @Override
        public void sync() throws IOException {
          real.sync();
          syncedBytes = written;
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }
  }

  /** The message of a number: known without having been there. One in 32 covers many pages of a file. */
  static byte[] payload(long number) {
    ByteBuffer payload = ByteBuffer.allocate(number % 32 == 31 ? LARGE_BYTES : SMALL_BYTES);
    long word = number * 0x9E3779B97F4A7C15L;
    while (payload.hasRemaining()) {
      word = word * 6364136223846793005L + 1442695040888963407L;
      payload.putLong(word);
    }
    return payload.array();
  }
}
