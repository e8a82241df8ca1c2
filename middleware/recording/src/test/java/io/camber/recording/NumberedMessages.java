package io.camber.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Schema;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** Messages 1 microsecond apart that carry their number, so that every file can be checked. */
final class NumberedMessages {
  private static final Schema SCHEMA = new Schema("camber.v1.Thing", "protobuf", new byte[] {9, 8});
  private static final int PAYLOAD_BYTES = 1000;

  private NumberedMessages() {}

  static void recordUntil(Recorder recorder, CountDownLatch happened) {
    for (long i = 0; happened.getCount() > 0; i += 10) {
      record(recorder, i, 10);
    }
  }

  static void record(Recorder recorder, long first, int count) {
    for (long i = first; i < first + count; i++) {
      byte[] payload = new byte[PAYLOAD_BYTES];
      ByteBuffer.wrap(payload).putLong(0, i);
      long timeNs = i * 1000;
      recorder.record(
          SCHEMA,
          new Envelope("/x", "x", i, timeNs, timeNs, Origins.NONE),
          payload,
          0,
          payload.length);
    }
  }

  /** How many messages a file has, each of which must be as it was given. */
  static long inFile(Path file) throws IOException {
    return numbersIn(file).size();
  }

  /** Numbers of the messages of a file, each of which must be as it was given. */
  static NavigableSet<Long> numbersIn(Path file) throws IOException {
    NavigableSet<Long> numbers = new TreeSet<>();
    try (McapFile log = McapFile.salvage(file)) {
      MessageCursor cursor = log.messages(MessageSelection.ALL);
      for (Optional<McapRecord.Message> message = cursor.next();
          message.isPresent();
          message = cursor.next()) {
        long number = message.get().sequence();
        assertThat(message.get().payload().getLong(0)).isEqualTo(number);
        assertThat(numbers.add(number)).as("message %d comes once", number).isTrue();
      }
    }
    return numbers;
  }

  static RecorderListener listener(CountDownLatch stalled, CountDownLatch resumed) {
    return new RecorderListener() {
      @Override
      public void stalled(IOException cause) {
        stalled.countDown();
      }

      @Override
      public void resumed(long dropped) {
        resumed.countDown();
      }
    };
  }

  static RecorderConfig config() {
    return config(10_000);
  }

  static RecorderConfig config(int chunkBytes) {
    return new RecorderConfig(
        McapConfig.indexed(Compression.NONE).withChunkBytes(chunkBytes),
        5_000,
        4,
        RecorderConfig.WhenBehind.WAIT,
        RecorderConfig.Split.NEVER,
        RecorderConfig.NEVER_SYNC);
  }
}
