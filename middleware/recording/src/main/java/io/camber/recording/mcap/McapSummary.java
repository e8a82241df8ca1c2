package io.camber.recording.mcap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the end of a file tells about it. Schemas and channels by id, indexes in file order. */
public record McapSummary(
    SortedMap<Integer, McapRecord.Schema> schemas,
    SortedMap<Integer, McapRecord.Channel> channels,
    List<McapRecord.ChunkIndex> chunks,
    List<McapRecord.AttachmentIndex> attachments,
    List<McapRecord.MetadataIndex> metadata,
    Optional<McapRecord.Statistics> statistics) {
  public McapSummary {
    schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
    channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    chunks = List.copyOf(chunks);
    attachments = List.copyOf(attachments);
    metadata = List.copyOf(metadata);
  }

  static McapSummary of(List<McapRecord> records) {
    SortedMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
    SortedMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
    List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
    List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
    List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
    Optional<McapRecord.Statistics> statistics = Optional.empty();
    for (McapRecord record : records) {
      if (record instanceof McapRecord.Schema schema && schema.id() != 0) {
        schemas.put(schema.id(), schema);
      } else if (record instanceof McapRecord.Channel channel) {
        channels.put(channel.id(), channel);
      } else if (record instanceof McapRecord.ChunkIndex chunk) {
        chunks.add(chunk);
      } else if (record instanceof McapRecord.AttachmentIndex attachment) {
        attachments.add(attachment);
      } else if (record instanceof McapRecord.MetadataIndex index) {
        metadata.add(index);
      } else if (record instanceof McapRecord.Statistics found) {
        statistics = Optional.of(found);
      }
    }
    return new McapSummary(schemas, channels, chunks, attachments, metadata, statistics);
  }

  /** The schema of a channel, if it has one. */
  public Optional<McapRecord.Schema> schemaOf(McapRecord.Channel channel) {
    return Optional.ofNullable(schemas.get(channel.schemaId()));
  }

  public McapRecord.Channel channel(int id) {
    McapRecord.Channel channel = channels.get(id);
    if (channel == null) {
      throw new IllegalArgumentException("channel id=" + id + " is unknown");
    }
    return channel;
  }
}
