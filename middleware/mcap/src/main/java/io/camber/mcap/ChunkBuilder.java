package io.camber.mcap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chunk being filled: its records, its time span and the index of its messages. Reused from chunk to chunk. */
final class ChunkBuilder {
  private final RecordBuffer records;
  private final Map<Integer, RecordBuffer> indexes = new LinkedHashMap<>();
  private final TimeSpan span = new TimeSpan();
  private int messages;

  ChunkBuilder(int capacity) {
    records = new RecordBuffer(capacity);
  }

  /** Where schemas and channels go ahead of their first message. */
  RecordBuffer records() {
    return records;
  }

  TimeSpan span() {
    return span;
  }

  int messages() {
    return messages;
  }

  boolean hasMessages() {
    return !span.isEmpty();
  }

  /** Notes that the next record in {@link #records()} is a message of this channel. */
  void index(int channelId, long logTimeNs) {
    span.include(logTimeNs);
    messages++;
    indexes
        .computeIfAbsent(channelId, id -> new RecordBuffer(1024))
        .u64(logTimeNs)
        .u64(records.length());
  }

  /** Channels with messages in this chunk, in order of first appearance. */
  List<Integer> channels() {
    List<Integer> channels = new ArrayList<>();
    indexes.forEach((channel, entries) -> {
      if (entries.length() > 0) {
        channels.add(channel);
      }
    });
    channels.sort(Comparator.comparingLong(this::firstOffset));
    return channels;
  }

  /** Appends the MessageIndex record of one channel. */
  void encodeIndex(int channelId, RecordBuffer to) {
    RecordBuffer entries = entries(channelId);
    int start = to.beginRecord(Opcode.MESSAGE_INDEX);
    to.u16(channelId).u32(entries.length()).append(entries.array(), 0, entries.length());
    to.endRecord(start);
  }

  void clear() {
    records.clear();
    span.clear();
    messages = 0;
    indexes.values().forEach(RecordBuffer::clear);
  }

  private long firstOffset(int channelId) {
    return entries(channelId).u64At(Long.BYTES);
  }

  private RecordBuffer entries(int channelId) {
    RecordBuffer entries = indexes.get(channelId);
    if (entries == null) {
      throw new IllegalArgumentException("channelId=" + channelId + " has no messages here");
    }
    return entries;
  }
}
