package io.camber.mcap.tool;

import io.camber.mcap.McapRecord;
import io.camber.mcap.McapSummary;
import io.camber.mcap.McapWriter;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Gives the channels and schemas of several sources ids in one target; keeps the old id where it is free. */
final class ChannelMapping {
  private final NavigableMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
  private final NavigableMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
  private final McapWriter writer;
  private final UnaryOperator<String> rename;

  ChannelMapping(McapWriter writer, UnaryOperator<String> rename) {
    this.writer = writer;
    this.rename = rename;
  }

  /** From the ids of a source to those of the target; announces what is new. */
  Map<Integer, Integer> map(McapSummary source) {
    Map<Integer, Integer> ids = new TreeMap<>();
    for (McapRecord.Channel channel : source.channels().values()) {
      int schemaId = source.schemaOf(channel).map(this::schemaId).orElse(0);
      ids.put(channel.id(), channelId(channel, schemaId));
    }
    return ids;
  }

  private int schemaId(McapRecord.Schema schema) {
    for (McapRecord.Schema known : schemas.values()) {
      if (known.equals(withId(schema, known.id()))) {
        return known.id();
      }
    }
    McapRecord.Schema added = withId(schema, free(schemas, Math.max(1, schema.id())));
    schemas.put(added.id(), added);
    writer.addSchema(added);
    return added.id();
  }

  private int channelId(McapRecord.Channel channel, int schemaId) {
    for (McapRecord.Channel known : channels.values()) {
      if (known.equals(with(channel, known.id(), schemaId))) {
        return known.id();
      }
    }
    McapRecord.Channel added = with(channel, free(channels, channel.id()), schemaId);
    channels.put(added.id(), added);
    writer.addChannel(added);
    return added.id();
  }

  private McapRecord.Channel with(McapRecord.Channel channel, int id, int schemaId) {
    return new McapRecord.Channel(
        id, schemaId, rename.apply(channel.topic()), channel.messageEncoding(), channel.metadata());
  }

  private static McapRecord.Schema withId(McapRecord.Schema schema, int id) {
    return new McapRecord.Schema(id, schema.name(), schema.encoding(), schema.data());
  }

  private static int free(NavigableMap<Integer, ?> taken, int wanted) {
    return taken.containsKey(wanted) ? taken.lastKey() + 1 : wanted;
  }
}
