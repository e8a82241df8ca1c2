package io.camber.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.camber.app.log.conformance.CaseVariants;
import io.camber.app.log.conformance.ConformanceLines;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the reference library in both directions, where node is installed. */
final class InteropTest {
  @TempDir
  private Path folder;

  @Test
  void writesTheBytesOfTheReferenceWriterForEveryVariant() throws IOException {
    int compared = 0;
    try (ReferencePeer peer = ReferencePeer.start(folder)) {
      Path source = folder.resolve("case.json");
      Path theirs = folder.resolve("theirs.mcap");
      for (Map.Entry<String, String> variant : CaseVariants.all().entrySet()) {
        Files.writeString(source, variant.getValue());
        peer.ask("write " + source + " " + theirs);
        assertThat(ours(source)).as(variant.getKey()).isEqualTo(Files.readAllBytes(theirs));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(CaseVariants.all().size());
  }

  @Test
  void isReadByTheReferenceReadersWhateverTheCompression() throws IOException {
    try (ReferencePeer peer = ReferencePeer.start(folder)) {
      for (Compression compression : Compression.values()) {
        List<String> written = new ArrayList<>();
        Path file = drive(compression, written);
        JsonObject read = peer.ask("read " + file);
        assertThat(texts(read, "indexed")).as(compression.name()).isEqualTo(written);
        assertThat(texts(read, "streamed")).as(compression.name()).isEqualTo(written);
        assertThat(texts(read, "topics")).containsExactly("/Übung/0", "/Übung/1");
        assertThat(texts(read, "attachments")).containsExactly("map.xodr");
      }
    }
  }

  private static byte[] ours(Path source) throws IOException {
    StringWriter out = new StringWriter();
    ConformanceLines.answer(
        new BufferedReader(new StringReader("write " + source)), new PrintWriter(out));
    JsonObject answer = com.google.gson.JsonParser.parseString(out.toString()).getAsJsonObject();
    return Base64.getDecoder().decode(answer.get("data").getAsString());
  }

  private Path drive(Compression compression, List<String> written) throws IOException {
    Path file = folder.resolve(compression + ".mcap");
    Random random = new Random(7);
    try (McapWriter writer = new McapWriter(
        Files.newOutputStream(file), McapConfig.indexed(compression).withChunkBytes(100_000))) {
      writer.addSchema(
          new McapRecord.Schema(1, "a.B", "protobuf", ByteBuffer.wrap(new byte[] {1})));
      for (int channel = 0; channel < 2; channel++) {
        writer.addChannel(new McapRecord.Channel(
            channel, 1, "/Übung/" + channel, "protobuf", Map.of("callerid", "first")));
      }
      writer.write(new McapRecord.Attachment(
          1, 2, "map.xodr", "application/xml", ByteBuffer.wrap(new byte[1000])));
      for (int i = 0; i < 300; i++) {
        byte[] payload = new byte[random.nextInt(6000)];
        if (i % 2 == 0) {
          random.nextBytes(payload);
        }
        writer.write(i % 2, i, i * 10L, i * 10L, payload, 0, payload.length);
        written.add(i % 2 + " " + i + " " + i * 10 + " " + HexFormat.of().formatHex(payload));
      }
    }
    return file;
  }

  private static List<String> texts(JsonObject read, String name) {
    List<String> texts = new ArrayList<>();
    JsonArray array = read.getAsJsonArray(name);
    for (JsonElement element : array) {
      texts.add(element.getAsString());
    }
    return texts;
  }
}
