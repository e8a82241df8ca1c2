package io.camber.recording;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A process that records as fast as it can, or so many megabytes a second, and prints what is acknowledged. */
final class RecordingProcess {
  static final int PAYLOAD_BYTES = 4096;
  private static final Schema SCHEMA = new Schema("camber.v1.Thing", "protobuf", new byte[] {9, 8});

  private RecordingProcess() {}

  /** Arguments: file, megabytes a second. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    double bytesPerNs = Double.parseDouble(arguments[1]) * 1e6 / 1e9;
    long beginNs = System.nanoTime();
    try (Recorder recorder = Recorder.create(Path.of(arguments[0]), RecorderConfig.DEFAULT)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(recorder)));
      for (long i = 0; ; i++) {
        byte[] payload = payload(i);
        long timeNs = i * 100_000;
        recorder.record(
            SCHEMA,
            new Envelope("/x", "x", i, timeNs, timeNs, Origins.NONE),
            payload,
            0,
            payload.length);
        if (i % 64 == 0) {
          System.out.println(recorder.acknowledged());
          long dueNs = beginNs + (long) (i * PAYLOAD_BYTES / bytesPerNs);
          Thread.sleep(Math.max(0, (dueNs - System.nanoTime()) / 1_000_000));
        }
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

  /** The message of a number: known without having been there. */
  static byte[] payload(long number) {
    ByteBuffer payload = ByteBuffer.allocate(PAYLOAD_BYTES);
    long word = number * 0x9E3779B97F4A7C15L;
    while (payload.hasRemaining()) {
      word = word * 6364136223846793005L + 1442695040888963407L;
      payload.putLong(word);
    }
    return payload.array();
  }
}
