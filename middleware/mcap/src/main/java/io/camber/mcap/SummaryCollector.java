package io.camber.mcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the records that a summary consists of. */
final class SummaryCollector {
  private final SortedMap<Integer, McapRecord.Schema> schemas = new TreeMap<>();
  private final SortedMap<Integer, McapRecord.Channel> channels = new TreeMap<>();
  private final List<McapRecord.ChunkIndex> chunks = new ArrayList<>();
  private final List<McapRecord.AttachmentIndex> attachments = new ArrayList<>();
  private final List<McapRecord.MetadataIndex> metadata = new ArrayList<>();
  private Optional<McapRecord.Statistics> statistics = Optional.empty();

  /** Takes what belongs into a summary and passes over the rest; of two records with one id the first counts. */
  void add(McapRecord record) {
    if (record instanceof McapRecord.Schema schema && schema.id() != 0) {
      schemas.putIfAbsent(schema.id(), schema);
    } else if (record instanceof McapRecord.Channel channel) {
      channels.putIfAbsent(channel.id(), channel);
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

  McapSummary summary() {
    return new McapSummary(schemas, channels, chunks, attachments, metadata, statistics);
  }
}
