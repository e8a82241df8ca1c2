package io.camber.recording.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The public conformance files: expected records as JSON beside each container file. */
final class ConformanceTest {
  private static final int FILES = 174;

  @Test
  void readsEveryFileAsTheReferenceDoes() throws IOException {
    List<Path> files = files();

    for (Path file : files) {
      List<String> read = new ArrayList<>();
      try (McapReader reader =
          new McapReader(new BufferedInputStream(Files.newInputStream(file)), McapLimits.DEFAULT)) {
        for (Optional<McapRecord> record = reader.next();
            record.isPresent();
            record = reader.next()) {
          read.add(ConformanceJson.of(record.get()).toString());
        }
      }
      assertThat(read).as(file.toString()).isEqualTo(expected(file));
    }
    assertThat(files).hasSize(FILES);
  }

  @Test
  void writesEveryUnpaddedFileByteForByte() throws IOException {
    List<Path> files =
        files().stream().filter(file -> !features(file).contains("pad")).toList();

    for (Path file : files) {
      assertThat(rewrite(file)).as(file.toString()).isEqualTo(Files.readAllBytes(file));
    }
    assertThat(files).hasSize(FILES / 2);
  }

  @Test
  void readsIndexedFilesThroughTheirIndex() throws IOException {
    List<Path> files = files().stream()
        .filter(file -> features(file).containsAll(List.of("ch", "chx", "mx", "rch", "rsh")))
        .filter(file -> file.toString().contains("Message"))
        .toList();

    for (Path file : files) {
      try (McapFile indexed = McapFile.open(file)) {
        MessageCursor cursor = indexed.messages(MessageSelection.ALL);
        McapRecord.Message message = cursor.next().orElseThrow();
        assertThat(ConformanceJson.of(message)).hasToString(expectedMessage(file));
        assertThat(cursor.next()).isEmpty();
        assertThat(indexed.summary().channel(1).topic()).isEqualTo("example");
      }
    }
    assertThat(files).isNotEmpty();
  }

  private static byte[] rewrite(Path file) throws IOException {
    List<String> features = features(file);
    JsonArray records = json(file).getAsJsonArray("records");
    Map<String, JsonElement> header = fields(records.get(0).getAsJsonObject());
    McapConfig config = new McapConfig(
        text(header, "profile"),
        text(header, "library"),
        Compression.NONE,
        1 << 20,
        features.contains("ch"),
        features.contains("mx"),
        features.contains("chx"),
        features.contains("st"),
        features.contains("rsh"),
        features.contains("rch"),
        features.contains("ax"),
        features.contains("mdx"),
        features.contains("sum"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (McapWriter writer = new McapWriter(out, config)) {
      for (JsonElement record : records) {
        String type = record.getAsJsonObject().get("type").getAsString();
        if (type.equals("DataEnd")) {
          break;
        }
        write(writer, type, fields(record.getAsJsonObject()));
      }
    }
    return out.toByteArray();
  }

  private static void write(McapWriter writer, String type, Map<String, JsonElement> fields)
      throws IOException {
    switch (type) {
      case "Schema" ->
        writer.addSchema(new McapRecord.Schema(
            (int) number(fields, "id"),
            text(fields, "name"),
            text(fields, "encoding"),
            bytes(fields, "data")));
      case "Channel" ->
        writer.addChannel(new McapRecord.Channel(
            (int) number(fields, "id"),
            (int) number(fields, "schema_id"),
            text(fields, "topic"),
            text(fields, "message_encoding"),
            map(fields, "metadata")));
      case "Message" -> {
        byte[] payload = bytes(fields, "data").array();
        writer.write(
            (int) number(fields, "channel_id"),
            number(fields, "sequence"),
            number(fields, "log_time"),
            number(fields, "publish_time"),
            payload,
            0,
            payload.length);
      }
      case "Attachment" ->
        writer.write(new McapRecord.Attachment(
            number(fields, "log_time"),
            number(fields, "create_time"),
            text(fields, "name"),
            text(fields, "media_type"),
            bytes(fields, "data")));
      default -> assertThat(type).isEqualTo("Header");
    }
  }

  private static List<Path> files() throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    Assumptions.assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    try (Stream<Path> walk = Files.walk(Path.of(root, "data", "mcap_conformance"))) {
      return walk.filter(file -> file.toString().endsWith(".mcap")).sorted().toList();
    }
  }

  private static List<String> expected(Path file) throws IOException {
    List<String> records = new ArrayList<>();
    json(file).getAsJsonArray("records").forEach(record -> records.add(record.toString()));
    return records;
  }

  private static String expectedMessage(Path file) throws IOException {
    return expected(file).stream()
        .filter(record -> record.contains("\"type\":\"Message\""))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> features(Path file) {
    String name = String.valueOf(file.getFileName()).replace(".mcap", "");
    return List.of(name.split("-"));
  }

  private static JsonObject json(Path file) throws IOException {
    Path expected =
        file.resolveSibling(String.valueOf(file.getFileName()).replace(".mcap", ".json"));
    return new Gson().fromJson(Files.readString(expected), JsonObject.class);
  }

  private static Map<String, JsonElement> fields(JsonObject record) {
    Map<String, JsonElement> fields = new LinkedHashMap<>();
    record
        .getAsJsonArray("fields")
        .forEach(field -> fields.put(
            field.getAsJsonArray().get(0).getAsString(), field.getAsJsonArray().get(1)));
    return fields;
  }

  private static JsonElement field(Map<String, JsonElement> fields, String name) {
    return Optional.ofNullable(fields.get(name)).orElseThrow();
  }

  private static String text(Map<String, JsonElement> fields, String name) {
    return field(fields, name).getAsString();
  }

  private static long number(Map<String, JsonElement> fields, String name) {
    return Long.parseUnsignedLong(text(fields, name));
  }

  private static ByteBuffer bytes(Map<String, JsonElement> fields, String name) {
    JsonArray numbers = field(fields, name).getAsJsonArray();
    ByteBuffer bytes = ByteBuffer.allocate(numbers.size());
    numbers.forEach(number -> bytes.put((byte) number.getAsInt()));
    return bytes.flip();
  }

  private static Map<String, String> map(Map<String, JsonElement> fields, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    field(fields, name)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> map.put(entry.getKey(), entry.getValue().getAsString()));
    return map;
  }
}
