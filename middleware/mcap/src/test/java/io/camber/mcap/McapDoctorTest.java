package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class McapDoctorTest {
  @TempDir
  private Path folder;

  @Test
  void findsNothingInWhatWeWrite() throws IOException {
    for (Compression compression : Compression.values()) {
      assertThat(examine(file(compression))).isEmpty();
    }
  }

  @Test
  void findsEveryChangedByte() throws IOException {
    byte[] whole = file(Compression.NONE);

    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x21;
      assertThat(examine(damaged))
          .as("byte " + at)
          .anyMatch(finding -> finding.severity() == McapDoctor.Severity.ERROR);
    }
  }

  @Test
  void findsTheMissingEnd() throws IOException {
    byte[] whole = file(Compression.LZ4);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThat(examine(cut))
        .extracting(McapDoctor.Finding::problem)
        .last()
        .asString()
        .contains("ends");
  }

  @Test
  void warnsOfTimesThatGoBack() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (McapWriter writer = new McapWriter(out, McapConfig.indexed(Compression.NONE))) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/a", "text", Map.of()));
      writer.write(1, 0, 10, 10, new byte[1], 0, 1);
      writer.write(1, 1, 5, 5, new byte[1], 0, 1);
    }

    assertThat(examine(out.toByteArray())).singleElement().satisfies(finding -> {
      assertThat(finding.severity()).isEqualTo(McapDoctor.Severity.WARNING);
      assertThat(finding.problem()).contains("1 messages are older");
    });
  }

  private List<McapDoctor.Finding> examine(byte[] bytes) throws IOException {
    return McapDoctor.examine(Files.write(folder.resolve("patient.mcap"), bytes));
  }

  private static byte[] file(Compression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McapConfig config = McapConfig.indexed(compression).withChunkBytes(200);
    try (McapWriter writer = new McapWriter(out, config)) {
      writer.addSchema(
          new McapRecord.Schema(1, "a.B", "protobuf", ByteBuffer.wrap(new byte[] {1})));
      writer.addChannel(new McapRecord.Channel(1, 1, "/a", "protobuf", Map.of("callerid", "x")));
      writer.write(new McapRecord.Metadata("about", Map.of("seed", "7")));
      writer.write(
          new McapRecord.Attachment(1, 2, "map", "text/xml", ByteBuffer.wrap(new byte[9])));
      for (int i = 0; i < 10; i++) {
        byte[] payload = McapFileTest.payload(i);
        writer.write(1, i, i, i, payload, 0, payload.length);
      }
    }
    return out.toByteArray();
  }
}
