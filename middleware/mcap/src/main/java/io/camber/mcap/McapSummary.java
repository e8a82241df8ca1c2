package io.camber.mcap;

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
