package io.camber.mcap;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Schemas and channels announced so far, and which of them are already in the file. */
final class ChannelTable {
  private static final int ID_MAX = 0xFFFF;

  private final SortedMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
  private final SortedMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
  private final SortedSet<Integer> writtenSchemas = new TreeSet<>();
  private final SortedSet<Integer> writtenChannels = new TreeSet<>();

  void addSchema(McapRecord.Schema schema) {
    if (schema.id() < 1 || schema.id() > ID_MAX) {
      throw new IllegalArgumentException("schema id=" + schema.id() + " is outside [1, 65535]");
    }
    McapRecord.Schema known = schemas.putIfAbsent(schema.id(), schema);
    if (known != null && !known.equals(schema)) {
      throw new IllegalArgumentException("schema id=" + schema.id() + " is taken");
    }
  }

  void addChannel(McapRecord.Channel channel) {
    if (channel.id() < 0 || channel.id() > ID_MAX) {
      throw new IllegalArgumentException("channel id=" + channel.id() + " is outside [0, 65535]");
    }
    if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
      throw new IllegalArgumentException("schema id=" + channel.schemaId() + " is unknown");
    }
    McapRecord.Channel known = channels.putIfAbsent(channel.id(), channel);
    if (known != null && !known.equals(channel)) {
      throw new IllegalArgumentException("channel id=" + channel.id() + " is taken");
    }
  }

  /** Hands over the schema and channel records that must stand ahead of the channel's next message. */
  void introduce(int channelId, Consumer<McapRecord> sink) {
    if (writtenChannels.contains(channelId)) {
      return;
    }
    McapRecord.Channel channel = channels.get(channelId);
    if (channel == null) {
      throw new IllegalArgumentException("channel id=" + channelId + " is unknown");
    }
    McapRecord.Schema schema = schemas.get(channel.schemaId());
    if (schema != null && writtenSchemas.add(schema.id())) {
      sink.accept(schema);
    }
    writtenChannels.add(channelId);
    sink.accept(channel);
  }
}
