package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class McapFileTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void givesBackWhatWasWritten(Compression compression) throws IOException {
    Path file = write(compression, 512, 200);

    try (McapFile drive = McapFile.open(file)) {
      MessageCursor cursor = drive.messages(MessageSelection.ALL);
      for (int i = 0; i < 200; i++) {
        McapRecord.Message message = cursor.next().orElseThrow();
        assertThat(message.logTimeNs()).isEqualTo(i * 10L);
        assertThat(message.sequence()).isEqualTo(i);
        assertThat(message.payload()).isEqualTo(ByteBuffer.wrap(payload(i)));
      }
      assertThat(cursor.next()).isEmpty();
      McapRecord.Statistics statistics = drive.summary().statistics().orElseThrow();
      assertThat(statistics.messageCount()).isEqualTo(200);
      assertThat(statistics.chunkCount()).isGreaterThan(5);
      assertThat(statistics.endNs()).isEqualTo(1990);
    }
  }

  @Test
  void selectsByTopicAndTimeWithBothEndsIncluded() throws IOException {
    Path file = write(Compression.LZ4, 512, 200);

    try (McapFile drive = McapFile.open(file)) {
      MessageSelection selection = new MessageSelection(new TreeSet<>(List.of("/b")), 100, 300);
      MessageCursor cursor = drive.messages(selection);
      List<Long> times = new ArrayList<>();
      for (Optional<McapRecord.Message> message = cursor.next();
          message.isPresent();
          message = cursor.next()) {
        times.add(message.get().logTimeNs());
      }
      assertThat(times).containsExactly(110L, 130L, 150L, 170L, 190L, 210L, 230L, 250L, 270L, 290L);
    }
  }

  @Test
  void mergesChunksThatOverlapInTimeAndKeepsFileOrderOfTies() throws IOException {
    Path file = folder.resolve("order.mcap");
    long[] times = {0, 20, 10, 30, 30, 50, 40, 5, 80, -1};
    try (McapWriter writer = open(file, Compression.NONE, 60)) {
      for (int i = 0; i < times.length; i++) {
        writer.write(1, i, times[i], times[i], payload(i), 0, payload(i).length);
      }
    }

    List<Long> sequences = new ArrayList<>();
    try (McapFile drive = McapFile.open(file)) {
      MessageCursor cursor = drive.messages(MessageSelection.ALL);
      for (int i = 0; i < times.length; i++) {
        sequences.add(cursor.next().orElseThrow().sequence());
      }
    }

    assertThat(sequences).containsExactly(0L, 7L, 2L, 1L, 3L, 4L, 6L, 5L, 8L, 9L);
  }

  @Test
  void keepsAttachmentsAndMetadata() throws IOException {
    Path file = folder.resolve("extras.mcap");
    byte[] scenario = "<OpenSCENARIO/>".getBytes(StandardCharsets.UTF_8);
    try (McapWriter writer = open(file, Compression.LZ4, 100)) {
      writer.write(new McapRecord.Attachment(
          1, 2, "Übung.xosc", "application/xml", ByteBuffer.wrap(scenario)));
      writer.write(new McapRecord.Metadata("camber.run", Map.of("seed", "7")));
    }

    try (McapFile drive = McapFile.open(file)) {
      McapRecord.Attachment attachment =
          drive.attachment(drive.summary().attachments().get(0));
      assertThat(attachment.name()).isEqualTo("Übung.xosc");
      assertThat(attachment.data()).isEqualTo(ByteBuffer.wrap(scenario));
      assertThat(drive.metadata(drive.summary().metadata().get(0)).entries())
          .containsEntry("seed", "7");
      assertThat(drive.messages(MessageSelection.ALL).next()).isEmpty();
    }
  }

  @Test
  void acceptsMessagesLargerThanAChunkAndEmptyOnes() throws IOException {
    Path file = folder.resolve("sizes.mcap");
    try (McapWriter writer = open(file, Compression.LZ4, 64)) {
      writer.write(1, 0, 1, 1, new byte[100_000], 0, 100_000);
      writer.write(2, 1, 2, 2, new byte[0], 0, 0);
    }

    try (McapFile drive = McapFile.open(file)) {
      MessageCursor cursor = drive.messages(MessageSelection.ALL);
      assertThat(cursor.next().orElseThrow().payload().remaining()).isEqualTo(100_000);
      assertThat(cursor.next().orElseThrow().payload().remaining()).isZero();
      assertThat(drive.summary().chunks())
          .allSatisfy(chunk -> assertThat(chunk.messageIndexOffsets()).isNotEmpty());
    }
  }

  @Test
  void namesTheFileWhenItWasCutShort() throws IOException {
    Path file = write(Compression.NONE, 512, 20);
    byte[] bytes = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.mcap");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> McapFile.open(cut))
        .isInstanceOf(MalformedMcapException.class)
        .hasMessageContaining("cut.mcap")
        .hasMessageContaining("cut short");
  }

  @Test
  void refusesAnnouncementsThatContradictEachOther() throws IOException {
    try (McapWriter writer = open(folder.resolve("x.mcap"), Compression.NONE, 64)) {
      McapRecord.Channel other =
          new McapRecord.Channel(1, 1, "/other", "protobuf", Map.of("callerid", "a"));
      assertThatThrownBy(() -> writer.addChannel(other)).hasMessageContaining("id=1 is taken");
      assertThatThrownBy(() -> writer.write(9, 0, 0, 0, new byte[1], 0, 1))
          .hasMessageContaining("id=9 is unknown");
    }
  }

  static byte[] payload(int i) {
    return ("message " + i).getBytes(StandardCharsets.UTF_8);
  }

  private Path write(Compression compression, int chunkBytes, int messages) throws IOException {
    Path file = folder.resolve("drive.mcap");
    try (McapWriter writer = open(file, compression, chunkBytes)) {
      for (int i = 0; i < messages; i++) {
        byte[] payload = payload(i);
        writer.write(1 + i % 2, i, i * 10L, i * 10L, payload, 0, payload.length);
      }
    }
    return file;
  }

  private static McapWriter open(Path file, Compression compression, int chunkBytes)
      throws IOException {
    OutputStream out = Files.newOutputStream(file);
    McapWriter writer =
        new McapWriter(out, McapConfig.indexed(compression).withChunkBytes(chunkBytes));
    writer.addSchema(new McapRecord.Schema(1, "a.B", "protobuf", ByteBuffer.wrap(new byte[] {1})));
    writer.addChannel(new McapRecord.Channel(1, 1, "/a", "protobuf", Map.of("callerid", "first")));
    writer.addChannel(new McapRecord.Channel(2, 1, "/b", "protobuf", Map.of("callerid", "second")));
    return writer;
  }
}
