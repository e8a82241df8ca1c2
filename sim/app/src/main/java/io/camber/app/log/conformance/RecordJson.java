package io.camber.app.log.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.camber.mcap.McapRecord;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A record in the JSON form of the conformance files: fields by name, every number a string. */
final class RecordJson {
  private final SortedMap<String, JsonElement> fields = new TreeMap<>();

  private RecordJson() {}

  static JsonObject of(McapRecord record) {
    RecordJson json = new RecordJson();
    json.fill(record);
    JsonArray pairs = new JsonArray();
    json.fields.forEach((name, value) -> {
      JsonArray pair = new JsonArray();
      pair.add(name);
      pair.add(value);
      pairs.add(pair);
    });
    JsonObject object = new JsonObject();
    object.addProperty("type", record.getClass().getSimpleName());
    object.add("fields", pairs);
    return object;
  }

  private void fill(McapRecord record) {
    if (record instanceof McapRecord.Header header) {
      text("profile", header.profile()).text("library", header.library());
    } else if (record instanceof McapRecord.Footer footer) {
      number("summary_start", footer.summaryStart());
      number("summary_offset_start", footer.summaryOffsetStart());
      number("summary_crc", footer.summaryCrc());
    } else if (record instanceof McapRecord.Schema schema) {
      number("id", schema.id()).text("name", schema.name()).text("encoding", schema.encoding());
      bytes("data", schema.data());
    } else if (record instanceof McapRecord.Channel channel) {
      number("id", channel.id()).number("schema_id", channel.schemaId());
      text("topic", channel.topic()).text("message_encoding", channel.messageEncoding());
      map("metadata", channel.metadata());
    } else if (record instanceof McapRecord.Message message) {
      number("channel_id", message.channelId()).number("sequence", message.sequence());
      number("log_time", message.logTimeNs()).number("publish_time", message.publishTimeNs());
      bytes("data", message.payload());
    } else if (record instanceof McapRecord.Attachment attachment) {
      number("log_time", attachment.logTimeNs()).number("create_time", attachment.createTimeNs());
      text("name", attachment.name()).text("media_type", attachment.mediaType());
      bytes("data", attachment.data());
    } else if (record instanceof McapRecord.Metadata metadata) {
      text("name", metadata.name()).map("metadata", metadata.entries());
    } else if (record instanceof McapRecord.DataEnd end) {
      number("data_section_crc", end.dataSectionCrc());
    } else {
      fillSummary(record);
    }
  }

  private void fillSummary(McapRecord record) {
    if (record instanceof McapRecord.Statistics statistics) {
      number("message_count", statistics.messageCount());
      number("schema_count", statistics.schemaCount());
      number("channel_count", statistics.channelCount());
      number("attachment_count", statistics.attachmentCount());
      number("metadata_count", statistics.metadataCount());
      number("chunk_count", statistics.chunkCount());
      number("message_start_time", statistics.startNs());
      number("message_end_time", statistics.endNs());
      map("channel_message_counts", statistics.channelMessageCounts());
    } else if (record instanceof McapRecord.ChunkIndex index) {
      number("message_start_time", index.startNs()).number("message_end_time", index.endNs());
      number("chunk_start_offset", index.chunkOffset());
      number("chunk_length", index.chunkLength());
      map("message_index_offsets", index.messageIndexOffsets());
      number("message_index_length", index.messageIndexLength());
      text("compression", index.compression());
      number("compressed_size", index.compressedSize());
      number("uncompressed_size", index.uncompressedSize());
    } else if (record instanceof McapRecord.AttachmentIndex index) {
      number("offset", index.offset()).number("length", index.length());
      number("log_time", index.logTimeNs()).number("create_time", index.createTimeNs());
      number("data_size", index.dataSize());
      text("name", index.name()).text("media_type", index.mediaType());
    } else if (record instanceof McapRecord.MetadataIndex index) {
      number("offset", index.offset()).number("length", index.length());
      text("name", index.name());
    } else if (record instanceof McapRecord.SummaryOffset offset) {
      number("group_opcode", offset.groupOpcode());
      number("group_start", offset.groupStart()).number("group_length", offset.groupLength());
    } else {
      throw new IllegalArgumentException("record=" + record + " has no form in JSON");
    }
  }

  private RecordJson text(String name, String value) {
    fields.put(name, new JsonPrimitive(value));
    return this;
  }

  private RecordJson number(String name, long value) {
    return text(name, Long.toUnsignedString(value));
  }

  private void bytes(String name, ByteBuffer value) {
    JsonArray numbers = new JsonArray();
    for (int i = value.position(); i < value.limit(); i++) {
      numbers.add(String.valueOf(Byte.toUnsignedInt(value.get(i))));
    }
    fields.put(name, numbers);
  }

  private void map(String name, Map<?, ?> value) {
    JsonObject object = new JsonObject();
    value.forEach((key, entry) -> object.addProperty(
        String.valueOf(key),
        entry instanceof Long count ? Long.toUnsignedString(count) : String.valueOf(entry)));
    fields.put(name, object);
  }
}
