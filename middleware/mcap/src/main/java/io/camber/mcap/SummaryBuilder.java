package io.camber.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what the end of the file repeats, and writes it in the groups and order of the reference writers. */
final class SummaryBuilder {
  private final McapConfig config;
  private final List<McapRecord> schemas = new ArrayList<>();
  private final List<McapRecord> channels = new ArrayList<>();
  private final List<McapRecord> metadata = new ArrayList<>();
  private final List<McapRecord> attachments = new ArrayList<>();
  private final List<McapRecord> chunks = new ArrayList<>();
  private final SortedMap<Integer, Long> messageCounts = new TreeMap<>();
  private final TimeSpan span = new TimeSpan();
  private long messageCount;

  SummaryBuilder(McapConfig config) {
    this.config = config;
  }

  void add(McapRecord record) {
    if (record instanceof McapRecord.Schema) {
      schemas.add(record);
    } else if (record instanceof McapRecord.Channel) {
      channels.add(record);
    } else if (record instanceof McapRecord.MetadataIndex) {
      metadata.add(record);
    } else if (record instanceof McapRecord.AttachmentIndex) {
      attachments.add(record);
    } else if (record instanceof McapRecord.ChunkIndex) {
      chunks.add(record);
    } else {
      throw new IllegalArgumentException("record=" + record + " has no place in a summary");
    }
  }

  void countMessage(int channelId, long logTimeNs) {
    span.include(logTimeNs);
    messageCounts.merge(channelId, 1L, Long::sum);
    messageCount++;
  }

  /** Writes summary, summary offsets and footer. */
  void write(CountedOutput out) throws IOException {
    out.resetCrc();
    RecordBuffer buffer = new RecordBuffer(1 << 16, config.has(McapPart.PADDING));
    long start = out.position();
    List<McapRecord> offsets = new ArrayList<>();
    group(config.has(McapPart.REPEATED_SCHEMAS), Opcode.SCHEMA, schemas, start, buffer, offsets);
    group(config.has(McapPart.REPEATED_CHANNELS), Opcode.CHANNEL, channels, start, buffer, offsets);
    group(
        config.has(McapPart.STATISTICS),
        Opcode.STATISTICS,
        List.of(statistics()),
        start,
        buffer,
        offsets);
    group(
        config.has(McapPart.METADATA_INDEXES),
        Opcode.METADATA_INDEX,
        metadata,
        start,
        buffer,
        offsets);
    group(
        config.has(McapPart.ATTACHMENT_INDEXES),
        Opcode.ATTACHMENT_INDEX,
        attachments,
        start,
        buffer,
        offsets);
    group(config.has(McapPart.CHUNK_INDEXES), Opcode.CHUNK_INDEX, chunks, start, buffer, offsets);
    long offsetStart = start + buffer.length();
    if (config.has(McapPart.SUMMARY_OFFSETS)) {
      offsets.forEach(offset -> RecordEncoder.encode(offset, buffer));
    }
    boolean hasOffsets = config.has(McapPart.SUMMARY_OFFSETS) && !offsets.isEmpty();
    long summaryStart = buffer.length() == 0 ? 0 : start;
    int footer = buffer.beginRecord(Opcode.FOOTER);
    buffer.u64(summaryStart).u64(hasOffsets ? offsetStart : 0).u32(0);
    buffer.endRecord(footer);
    int beforeCrc = buffer.length() - Integer.BYTES;
    out.write(buffer.array(), beforeCrc);
    RecordBuffer crc = new RecordBuffer(Integer.BYTES).u32(out.crc());
    out.writeAndClear(crc);
  }

  private static void group(
      boolean wanted,
      int opcode,
      List<McapRecord> records,
      long start,
      RecordBuffer buffer,
      List<McapRecord> offsets) {
    if (!wanted || records.isEmpty()) {
      return;
    }
    int from = buffer.length();
    records.forEach(record -> RecordEncoder.encode(record, buffer));
    offsets.add(new McapRecord.SummaryOffset(opcode, start + from, buffer.length() - from));
  }

  private McapRecord statistics() {
    return new McapRecord.Statistics(
        messageCount,
        schemas.size(),
        channels.size(),
        attachments.size(),
        metadata.size(),
        chunks.size(),
        span.startNs(),
        span.endNs(),
        messageCounts);
  }
}
