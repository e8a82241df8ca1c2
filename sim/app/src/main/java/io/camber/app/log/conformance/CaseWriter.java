package io.camber.app.log.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapPart;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes the file that a conformance case describes: its records up to the end of the data, with the parts it names. */
final class CaseWriter {
  /** Chunks of the reference writer close at 1 MiB. */
  private static final int CHUNK_BYTES = 1 << 20;

  private final Map<String, JsonElement> fields = new LinkedHashMap<>();

  private CaseWriter(JsonObject record) {
    record
        .getAsJsonArray("fields")
        .forEach(field -> fields.put(
            field.getAsJsonArray().get(0).getAsString(), field.getAsJsonArray().get(1)));
  }

  static byte[] write(String json) throws IOException {
    JsonObject described = JsonParser.parseString(json).getAsJsonObject();
    JsonArray records = described.getAsJsonArray("records");
    if (records == null || records.isEmpty()) {
      throw new JsonParseException("the case has no \"records\"");
    }
    CaseWriter header = new CaseWriter(records.get(0).getAsJsonObject());
    McapConfig config = McapConfig.indexed(Compression.NONE)
        .withChunkBytes(CHUNK_BYTES)
        .withParts(parts(described))
        .withHeader(header.text("profile"), header.text("library"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (McapWriter writer = new McapWriter(out, config)) {
      for (JsonElement record : records) {
        String type = record.getAsJsonObject().get("type").getAsString();
        if (type.equals("DataEnd")) {
          break;
        }
        new CaseWriter(record.getAsJsonObject()).writeTo(writer, type);
      }
    }
    return out.toByteArray();
  }

  private static Set<McapPart> parts(JsonObject described) {
    EnumSet<McapPart> parts = EnumSet.of(McapPart.CHECKSUMS);
    described
        .getAsJsonObject("meta")
        .getAsJsonObject("variant")
        .getAsJsonArray("features")
        .forEach(feature -> parts.add(part(feature.getAsString())));
    return parts;
  }

  private static McapPart part(String feature) {
    return switch (feature) {
      case "ch" -> McapPart.CHUNKS;
      case "mx" -> McapPart.MESSAGE_INDEXES;
      case "st" -> McapPart.STATISTICS;
      case "rsh" -> McapPart.REPEATED_SCHEMAS;
      case "rch" -> McapPart.REPEATED_CHANNELS;
      case "ax" -> McapPart.ATTACHMENT_INDEXES;
      case "mdx" -> McapPart.METADATA_INDEXES;
      case "chx" -> McapPart.CHUNK_INDEXES;
      case "sum" -> McapPart.SUMMARY_OFFSETS;
      case "pad" -> McapPart.PADDING;
      default -> throw new JsonParseException("unknown feature \"" + feature + "\"");
    };
  }

  private void writeTo(McapWriter writer, String type) throws IOException {
    switch (type) {
      case "Header" -> {}
      case "Schema" ->
        writer.addSchema(new McapRecord.Schema(
            (int) number("id"), text("name"), text("encoding"), bytes("data")));
      case "Channel" ->
        writer.addChannel(new McapRecord.Channel(
            (int) number("id"),
            (int) number("schema_id"),
            text("topic"),
            text("message_encoding"),
            map("metadata")));
      case "Message" ->
        writer.write(new McapRecord.Message(
            (int) number("channel_id"),
            number("sequence"),
            number("log_time"),
            number("publish_time"),
            bytes("data")));
      case "Attachment" ->
        writer.write(new McapRecord.Attachment(
            number("log_time"),
            number("create_time"),
            text("name"),
            text("media_type"),
            bytes("data")));
      case "Metadata" -> writer.write(new McapRecord.Metadata(text("name"), map("metadata")));
      default ->
        throw new JsonParseException("a record of type " + type + " ahead of the end of the data");
    }
  }

  private JsonElement field(String name) {
    JsonElement value = fields.get(name);
    if (value == null) {
      throw new JsonParseException("a record has no field \"" + name + "\"");
    }
    return value;
  }

  private String text(String name) {
    return field(name).getAsString();
  }

  private long number(String name) {
    return Long.parseUnsignedLong(text(name));
  }

  private ByteBuffer bytes(String name) {
    JsonArray numbers = field(name).getAsJsonArray();
    ByteBuffer bytes = ByteBuffer.allocate(numbers.size());
    numbers.forEach(number -> bytes.put((byte) number.getAsInt()));
    return bytes.flip();
  }

  private Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    field(name)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> map.put(entry.getKey(), entry.getValue().getAsString()));
    return map;
  }
}
