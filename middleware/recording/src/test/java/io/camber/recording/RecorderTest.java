package io.camber.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RecorderTest {
  private static final Schema SCHEMA = new Schema("camber.v1.Thing", "protobuf", new byte[] {9, 8});

  @TempDir
  private Path folder;

  @Test
  void namesTopicPublisherSchemaAndTimeOfEveryMessage() throws IOException {
    Path file = folder.resolve("drive.mcap");
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      recorder.record(SCHEMA, envelope("/tracks", "tracker", 3, 70), new byte[] {0, 5, 6, 0}, 1, 2);
    }

    try (McapFile drive = McapFile.open(file)) {
      McapRecord.Message message = drive.messages(MessageSelection.ALL).next().orElseThrow();
      McapRecord.Channel channel = drive.summary().channel(message.channelId());
      assertThat(channel.topic()).isEqualTo("/tracks");
      assertThat(channel.metadata()).containsExactly(Map.entry("callerid", "tracker"));
      assertThat(channel.messageEncoding()).isEqualTo("protobuf");
      assertThat(drive.summary().schemaOf(channel).orElseThrow().name())
          .isEqualTo("camber.v1.Thing");
      assertThat(message.sequence()).isEqualTo(3);
      assertThat(message.logTimeNs()).isEqualTo(70);
      assertThat(message.payload()).isEqualTo(ByteBuffer.wrap(new byte[] {5, 6}));
    }
  }

  @Test
  void givesOneChannelToEachPublisherOfATopic() throws IOException {
    Path file = folder.resolve("drive.mcap");
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      recorder.record(SCHEMA, envelope("/diagnostics", "a", 0, 1), new byte[1], 0, 1);
      recorder.record(SCHEMA, envelope("/diagnostics", "b", 0, 2), new byte[1], 0, 1);
      recorder.record(SCHEMA, envelope("/diagnostics", "a", 1, 3), new byte[1], 0, 1);
    }

    try (McapFile drive = McapFile.open(file)) {
      assertThat(drive.summary().channels()).hasSize(2);
      assertThat(drive.summary().schemas()).hasSize(1);
    }
  }

  @Test
  void keepsItsNameForACompleteFile() throws IOException {
    Path file = folder.resolve("drive.mcap");
    Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT);
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("drive.mcap.part")).exists();

    recorder.close();
    recorder.close();
    recorder.record(SCHEMA, envelope("/late", "x", 0, 1), new byte[1], 0, 1);

    assertThat(file).exists();
    assertThat(folder.resolve("drive.mcap.part")).doesNotExist();
  }

  @Test
  void writesEqualBytesForEqualDrivesWhateverTheTiming() throws IOException {
    byte[] first = Files.readAllBytes(drive("a.mcap", 200_000));
    byte[] second = Files.readAllBytes(drive("b.mcap", 1000));

    assertThat(first).isEqualTo(second);
  }

  @Test
  void losesNothingWhenMessagesComeFasterThanTheDiskTakesThem() throws IOException {
    Path file = drive("many.mcap", 1000);

    try (McapFile drive = McapFile.open(file)) {
      MessageCursor cursor = drive.messages(MessageSelection.ALL);
      for (int i = 0; i < 3000; i++) {
        assertThat(cursor.next().orElseThrow().sequence()).isEqualTo(i);
      }
    }
  }

  @Test
  void closesWhileAnotherThreadStillRecords() throws Exception {
    Path file = folder.resolve("drive.mcap");
    Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT);
    Thread publisher = new Thread(() -> {
      for (int i = 0; i < 200_000; i++) {
        recorder.record(SCHEMA, envelope("/x", "x", i, i), new byte[100], 0, 100);
      }
    });
    publisher.start();

    recorder.close();
    publisher.join();

    try (McapFile drive = McapFile.open(file)) {
      assertThat(drive.summary().statistics()).isPresent();
    }
  }

  @Test
  void carriesAttachmentsAndNotes() throws IOException {
    Path file = folder.resolve("drive.mcap");
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      recorder.attach("map.xodr", "application/xml", new byte[] {1, 2, 3});
      recorder.note("camber.run", Map.of("seed", "7"));
    }

    try (McapFile drive = McapFile.open(file)) {
      assertThat(drive.attachment(drive.summary().attachments().get(0)).data())
          .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      assertThat(drive.metadata(drive.summary().metadata().get(0)).name()).isEqualTo("camber.run");
    }
  }

  @Test
  void tellsWhenTheDiskIsFullAndLetsTheRunGoOn() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
    Path part = folder.resolve("drive.mcap.part");
    Files.createSymbolicLink(part, full);

    assertThatThrownBy(() -> {
          try (Recorder recorder = Recorder.create(folder.resolve("drive.mcap"), small(1000))) {
            for (int i = 0; i < 1000; i++) {
              recorder.record(SCHEMA, envelope("/x", "x", i, i), new byte[100], 0, 100);
            }
          }
        })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  private Path drive(String name, int batchBytes) throws IOException {
    Path file = folder.resolve(name);
    try (Recorder recorder = Recorder.create(file, small(batchBytes))) {
      Random random = new Random(7);
      for (int i = 0; i < 3000; i++) {
        byte[] payload = new byte[64];
        random.nextBytes(payload);
        recorder.record(SCHEMA, envelope("/x", "x", i, i * 10L), payload, 0, payload.length);
      }
    }
    return file;
  }

  private static RecorderConfig small(int batchBytes) {
    return new RecorderConfig(
        McapConfig.indexed(Compression.LZ4).withChunkBytes(10_000),
        batchBytes,
        2,
        RecorderConfig.WhenBehind.WAIT,
        RecorderConfig.Split.NEVER,
        RecorderConfig.NEVER_SYNC);
  }

  private static Envelope envelope(String topic, String publisher, long sequence, long timeNs) {
    return new Envelope(topic, publisher, sequence, timeNs, timeNs, Origins.NONE);
  }
}
