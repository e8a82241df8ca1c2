package io.camber.mcap;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What must hold from record to record: one header, an end, known channels, no two meanings of one id. */
final class RecordRules {
  private final SortedMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
  private final SortedMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
  private boolean hasHeader;
  private boolean hasDataEnd;

  /** The same rules with the same knowledge; what it learns stays there until {@link #takeOver}. */
  RecordRules copy() {
    RecordRules copy = new RecordRules();
    copy.takeOver(this);
    return copy;
  }

  /** Takes schemas and channels from a summary that can be trusted. */
  void learn(McapSummary summary) {
    schemas.putAll(summary.schemas());
    channels.putAll(summary.channels());
  }

  /** For a reader that has lost its way: what comes next is in the data section again. */
  void goBackToData() {
    hasHeader = true;
    hasDataEnd = false;
  }

  void takeOver(RecordRules other) {
    schemas.putAll(other.schemas);
    channels.putAll(other.channels);
    hasHeader = other.hasHeader;
    hasDataEnd = other.hasDataEnd;
  }

  Collection<McapRecord.Schema> schemas() {
    return schemas.values();
  }

  Collection<McapRecord.Channel> channels() {
    return channels.values();
  }

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
    } else if (hasDataEnd && isData(record)) {
      throw new MalformedMcapException(
          "a " + record.getClass().getSimpleName() + " behind the end of the data section");
    } else if (record instanceof McapRecord.Schema schema) {
      check(schema);
    } else if (record instanceof McapRecord.Channel channel) {
      check(channel);
    } else if (record instanceof McapRecord.Message message) {
      requireKnown(message.channelId());
    }
  }

  /** {@link #check(McapRecord)} of a message of which only the channel is known. */
  void checkMessage(int channelId) throws MalformedMcapException {
    if (!hasHeader) {
      throw new MalformedMcapException("the first record is not a header");
    }
    if (hasDataEnd) {
      throw new MalformedMcapException("a Message behind the end of the data section");
    }
    requireKnown(channelId);
  }

  private void requireKnown(int channelId) throws MalformedMcapException {
    if (!channels.containsKey(channelId)) {
      throw new MalformedMcapException(
          "a message names channel " + channelId + ", which is not known yet");
    }
  }

  private static boolean isData(McapRecord record) {
    return record instanceof McapRecord.Message
        || record instanceof McapRecord.Chunk
        || record instanceof McapRecord.Attachment
        || record instanceof McapRecord.Metadata;
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
