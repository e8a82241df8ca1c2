package io.camber.recording;

import io.camber.bus.Envelope;
import io.camber.bus.Schema;
import io.camber.mcap.McapRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives every pair of topic and publisher a channel, and every message type a schema, in order of appearance. */
final class ChannelIds {
  private final Map<ChannelKey, Integer> channels = new LinkedHashMap<>();
  private final Map<SchemaKey, Integer> schemas = new LinkedHashMap<>();

  private record ChannelKey(String topic, String publisher) {}

  private record SchemaKey(String name, String encoding) {}

  /** The channel of a message; announces it in the batch when it is new. */
  int idOf(Schema schema, Envelope envelope, Batch batch) {
    ChannelKey key = new ChannelKey(envelope.topic(), envelope.publisher());
    Integer known = channels.get(key);
    if (known != null) {
      return known;
    }
    int id = channels.size() + 1;
    channels.put(key, id);
    McapRecord.Channel channel = new McapRecord.Channel(
        id,
        schemaId(schema, batch),
        envelope.topic(),
        schema.encoding(),
        Map.of(Recorder.PUBLISHER_KEY, envelope.publisher()));
    batch.announce((to, payloads) -> to.addChannel(channel));
    return id;
  }

  private int schemaId(Schema schema, Batch batch) {
    SchemaKey key = new SchemaKey(schema.name(), schema.encoding());
    Integer known = schemas.get(key);
    if (known != null) {
      return known;
    }
    int id = schemas.size() + 1;
    schemas.put(key, id);
    McapRecord.Schema record =
        new McapRecord.Schema(id, schema.name(), schema.encoding(), schema.description());
    batch.announce((to, payloads) -> to.addSchema(record));
    return id;
  }
}
