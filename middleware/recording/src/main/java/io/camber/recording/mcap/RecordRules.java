package io.camber.recording.mcap;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What must hold from record to record: one header, an end, known channels, no two meanings of one id. */
final class RecordRules {
  private final SortedMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
  private final SortedMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
  private boolean hasHeader;
  private boolean hasDataEnd;

  void check(McapRecord record) throws MalformedMcapException {
    if (record instanceof McapRecord.Header) {
      if (hasHeader) {
        throw new MalformedMcapException("a second header");
      }
      hasHeader = true;
    } else if (!hasHeader) {
      throw new MalformedMcapException("the first record is not a header");
    } else if (record instanceof McapRecord.DataEnd) {
      hasDataEnd = true;
    } else if (record instanceof McapRecord.Footer && !hasDataEnd) {
      throw new MalformedMcapException("the end of the data section is missing");
    } else if (record instanceof McapRecord.Schema schema) {
      check(schema);
    } else if (record instanceof McapRecord.Channel channel) {
      check(channel);
    } else if (record instanceof McapRecord.Message message
        && !channels.containsKey(message.channelId())) {
      throw new MalformedMcapException(
          "a message names channel " + message.channelId() + ", which is not known yet");
    }
  }

  McapRecord.Channel channel(int id) {
    McapRecord.Channel channel = channels.get(id);
    if (channel == null) {
      throw new IllegalArgumentException("channel id=" + id + " is unknown");
    }
    return channel;
  }

  Optional<McapRecord.Schema> findSchema(int id) {
    return Optional.ofNullable(schemas.get(id));
  }

  /** Readers must ignore schema 0. */
  private void check(McapRecord.Schema schema) throws MalformedMcapException {
    if (schema.id() == 0) {
      return;
    }
    McapRecord.Schema known = schemas.putIfAbsent(schema.id(), schema);
    if (known != null && !known.equals(schema)) {
      throw new MalformedMcapException("schema " + schema.id() + " is defined twice, differently");
    }
  }

  private void check(McapRecord.Channel channel) throws MalformedMcapException {
    if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
      throw new MalformedMcapException("channel " + channel.id() + " (" + channel.topic()
          + ") names schema " + channel.schemaId() + ", which is not known yet");
    }
    McapRecord.Channel known = channels.putIfAbsent(channel.id(), channel);
    if (known != null && !known.equals(channel)) {
      throw new MalformedMcapException(
          "channel " + channel.id() + " is defined twice, differently");
    }
  }
}
