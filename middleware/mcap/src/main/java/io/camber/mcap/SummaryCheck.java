package io.camber.mcap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers what the data section holds and compares it with what indexes and statistics say of it. */
final class SummaryCheck {
  private final McapDoctor doctor;
  private final Map<Long, ChunkSeen> chunks = new LinkedHashMap<>();
  private final Map<Long, Long> attachments = new LinkedHashMap<>();
  private final Map<Long, Long> metadata = new LinkedHashMap<>();
  private final SortedMap<Integer, Long> counts = new TreeMap<>();
  private final SortedMap<Integer, McapRecord> schemas = new TreeMap<>();
  private final SortedMap<Integer, McapRecord> channels = new TreeMap<>();
  private final TimeSpan span = new TimeSpan();
  private final SummaryCollector collector = new SummaryCollector();
  private final List<McapRecord.SummaryOffset> offsets = new ArrayList<>();
  private final Map<Integer, long[]> groups = new TreeMap<>();
  private final Map<Long, Long> indexedChunks = new TreeMap<>();
  private ChunkSeen last = new ChunkSeen(0, 0, null);
  private long loose;
  private boolean empty = true;
  private boolean statisticsSeen;

  SummaryCheck(McapDoctor doctor) {
    this.doctor = doctor;
  }

  /** A chunk with its messages and what follows it. */
  static final class ChunkSeen {
    private final long offset;
    private final long end;
    private final McapRecord.@Nullable Chunk chunk;
    private final TimeSpan span = new TimeSpan();
    private final SortedMap<Integer, List<McapRecord.MessageIndex.Entry>> messages =
        new TreeMap<>();
    private final SortedMap<Integer, Long> indexOffsets = new TreeMap<>();
    private long indexEnd;

    ChunkSeen(long offset, long end, McapRecord.@Nullable Chunk chunk) {
      this.offset = offset;
      this.end = end;
      this.chunk = chunk;
      this.indexEnd = end;
    }

    void add(McapRecord.Message message, long at) {
      span.include(message.logTimeNs());
      messages
          .computeIfAbsent(message.channelId(), id -> new ArrayList<>())
          .add(new McapRecord.MessageIndex.Entry(message.logTimeNs(), at));
    }

    TimeSpan span() {
      return span;
    }
  }

  boolean isEmpty() {
    return empty;
  }

  ChunkSeen beginChunk(long at, long end, McapRecord.Chunk chunk) {
    finishChunk();
    last = new ChunkSeen(at, end, chunk);
    chunks.put(at, last);
    return last;
  }

  void inChunk(McapRecord record) {
    define(record);
    if (record instanceof McapRecord.Message message) {
      count(message);
    }
  }

  private void count(McapRecord.Message message) {
    counts.merge(message.channelId(), 1L, Long::sum);
    span.include(message.logTimeNs());
  }

  private void define(McapRecord record) {
    if (record instanceof McapRecord.Schema schema && schema.id() != 0) {
      schemas.put(schema.id(), schema);
    } else if (record instanceof McapRecord.Channel channel) {
      channels.put(channel.id(), channel);
    }
  }

  /** A record of the data section outside chunks. */
  void data(long at, long end, McapRecord record) {
    define(record);
    if (record instanceof McapRecord.Message message) {
      count(message);
      loose++;
    } else if (record instanceof McapRecord.Attachment) {
      attachments.put(at, end - at);
    } else if (record instanceof McapRecord.Metadata) {
      metadata.put(at, end - at);
    }
  }

  void messageIndex(long at, long end, McapRecord.MessageIndex index) {
    if (last.chunk == null || at != last.indexEnd) {
      doctor.error(at, "a message index that does not follow a chunk");
      return;
    }
    last.indexEnd = end;
    if (last.indexOffsets.put(index.channelId(), at) != null) {
      doctor.error(at, "a second message index of channel " + index.channelId());
    }
    List<McapRecord.MessageIndex.Entry> expected =
        last.messages.getOrDefault(index.channelId(), List.of());
    if (index.entries().size() != expected.size() || !expected.containsAll(index.entries())) {
      doctor.error(
          at,
          "the message index of channel " + index.channelId()
              + " does not name the messages of the chunk before it");
    }
  }

  private void finishChunk() {
    if (last.indexOffsets.isEmpty()) {
      return;
    }
    for (Integer channel : last.messages.keySet()) {
      if (!last.indexOffsets.containsKey(channel)) {
        doctor.error(last.offset, "channel " + channel + " has no message index behind the chunk");
      }
    }
  }

  /** A record behind the data section. */
  void add(long at, long end, McapRecord record) {
    if (record instanceof McapRecord.Footer) {
      return;
    }
    empty = false;
    int opcode = RecordEncoder.opcodeOf(record);
    groups.merge(opcode, new long[] {at, end}, (group, next) -> new long[] {group[0], next[1]});
    collector.add(record);
    if (record instanceof McapRecord.Schema schema
        && !Objects.equals(schemas.get(schema.id()), schema)) {
      doctor.error(at, "schema " + schema.id() + " of the summary is not in the data section");
    } else if (record instanceof McapRecord.Channel channel) {
      if (!Objects.equals(channels.get(channel.id()), channel)) {
        doctor.error(at, "channel " + channel.id() + " of the summary is not in the data section");
      }
      if (statisticsSeen) {
        doctor.error(at, "a channel behind the statistics that count it");
      }
    } else if (record instanceof McapRecord.ChunkIndex index) {
      chunkIndex(at, index);
    } else if (record instanceof McapRecord.AttachmentIndex index) {
      place(at, "attachment", attachments.get(index.offset()), index.length());
    } else if (record instanceof McapRecord.MetadataIndex index) {
      place(at, "metadata", metadata.get(index.offset()), index.length());
    } else if (record instanceof McapRecord.Statistics statistics) {
      statisticsSeen = true;
      statistics(at, statistics);
    } else if (record instanceof McapRecord.SummaryOffset offset) {
      offsets.add(offset);
    }
  }

  private void place(long at, String kind, @Nullable Long length, long said) {
    if (length == null) {
      doctor.error(at, "the index names " + kind + " where there is none");
    } else if (length != said) {
      doctor.error(
          at, "the index gives " + kind + " a length of " + said + " bytes, it has " + length);
    }
  }

  private void chunkIndex(long at, McapRecord.ChunkIndex index) {
    ChunkSeen seen = chunks.get(index.chunkOffset());
    if (seen == null || seen.chunk == null) {
      doctor.error(at, "the chunk index names byte " + index.chunkOffset() + ", where no chunk is");
      return;
    }
    if (indexedChunks.put(index.chunkOffset(), at) != null) {
      doctor.error(at, "a second index of the chunk at byte " + index.chunkOffset());
    }
    McapRecord.Chunk chunk = seen.chunk;
    same(at, "start time", chunk.startNs(), index.startNs());
    same(at, "end time", chunk.endNs(), index.endNs());
    same(at, "length", seen.end - seen.offset, index.chunkLength());
    same(at, "packed size", chunk.records().remaining(), index.compressedSize());
    same(at, "unpacked size", chunk.uncompressedSize(), index.uncompressedSize());
    same(at, "length of message indexes", seen.indexEnd - seen.end, index.messageIndexLength());
    if (!chunk.compression().equals(index.compression())) {
      doctor.error(at, "the chunk index names another compression than the chunk");
    }
    if (!index.messageIndexOffsets().equals(seen.indexOffsets)) {
      doctor.error(at, "the chunk index does not name the places of the message indexes");
    }
  }

  private void same(long at, String what, long is, long said) {
    if (is != said) {
      doctor.error(
          at,
          "the index gives a chunk the " + what + " " + Long.toUnsignedString(said) + ", it has "
              + Long.toUnsignedString(is));
    }
  }

  private void statistics(long at, McapRecord.Statistics said) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    counted(at, "messages", total, said.messageCount());
    counted(at, "schemas", schemas.size(), said.schemaCount());
    counted(at, "channels", channels.size(), said.channelCount());
    counted(at, "attachments", attachments.size(), said.attachmentCount());
    counted(at, "metadata records", metadata.size(), said.metadataCount());
    counted(at, "chunks", chunks.size(), said.chunkCount());
    if (span.startNs() != said.startNs() || span.endNs() != said.endNs()) {
      doctor.error(
          at,
          "the statistics say messages span "
              + McapDoctor.span(said.startNs(), said.endNs()) + ", they span "
              + McapDoctor.span(span.startNs(), span.endNs()));
    }
    SortedMap<Integer, Long> nonzero = new TreeMap<>(said.channelMessageCounts());
    nonzero.values().removeIf(count -> count == 0);
    if (!said.channelMessageCounts().isEmpty() && !nonzero.equals(counts)) {
      doctor.error(at, "the statistics count other messages per channel than there are");
    }
  }

  private void counted(long at, String what, long are, long said) {
    if (are != said) {
      doctor.error(at, "the statistics count " + said + " " + what + ", there are " + are);
    }
  }

  /** Compares what can only be compared at the end. */
  void finish(McapRecord.Footer footer) {
    finishChunk();
    for (McapRecord.SummaryOffset offset : offsets) {
      long[] group = groups.get(offset.groupOpcode());
      if (group == null
          || group[0] != offset.groupStart()
          || group[1] - group[0] != offset.groupLength()) {
        doctor.error(
            footer.summaryOffsetStart(),
            "a summary offset does not name the group of kind " + offset.groupOpcode());
      }
    }
    if (indexedChunks.isEmpty()) {
      return;
    }
    chunks.forEach((offset, seen) -> {
      if (!indexedChunks.containsKey(offset)) {
        doctor.error(offset, "the chunk is not in the chunk index");
      }
      for (Integer channel : seen.messages.keySet()) {
        if (!collector.summary().channels().containsKey(channel)) {
          doctor.error(offset, "channel " + channel + " of an indexed chunk is not in the summary");
        }
      }
    });
    if (loose > 0) {
      doctor.warn(0, loose + " messages stand outside chunks, where indexed readers miss them");
    }
  }
}
