package io.camber.recording.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Merges the chunks of a file into one row of messages by log time; ties keep file order. A chunk is unpacked when its first
 * message is due and dropped after its last, so memory holds only chunks that overlap in time.
 */
public final class MessageCursor {
  private final McapFile file;
  private final PriorityQueue<OpenChunk> due =
      new PriorityQueue<>(Comparator.comparing(OpenChunk::dueNs, Long::compareUnsigned)
          .thenComparing(chunk -> chunk.index.chunkOffset(), Long::compareUnsigned));

  MessageCursor(McapFile file, MessageSelection selection) throws IOException {
    this.file = file;
    for (McapRecord.ChunkIndex chunk : file.summary().chunks()) {
      if (selection.meets(chunk)) {
        List<McapRecord.MessageIndex.Entry> entries = entries(file, chunk, selection);
        if (!entries.isEmpty()) {
          due.add(new OpenChunk(chunk, entries));
        }
      }
    }
  }

  /** The next message; empty at the end. */
  public Optional<McapRecord.Message> next() throws IOException {
    OpenChunk chunk = due.poll();
    if (chunk == null) {
      return Optional.empty();
    }
    McapRecord.Message message = chunk.take(file);
    if (chunk.hasNext()) {
      due.add(chunk);
    }
    return Optional.of(message);
  }

  private static List<McapRecord.MessageIndex.Entry> entries(
      McapFile file, McapRecord.ChunkIndex chunk, MessageSelection selection) throws IOException {
    List<McapRecord.MessageIndex.Entry> entries = new ArrayList<>();
    for (Map.Entry<Integer, Long> offset : chunk.messageIndexOffsets().entrySet()) {
      if (selection.wants(file.summary().channel(offset.getKey()).topic())) {
        file.messageIndex(chunk, offset.getValue()).entries().stream()
            .filter(entry -> selection.wants(entry.logTimeNs()))
            .forEach(entries::add);
      }
    }
    entries.sort(
        Comparator.comparing(McapRecord.MessageIndex.Entry::logTimeNs, Long::compareUnsigned)
            .thenComparing(McapRecord.MessageIndex.Entry::offset, Long::compareUnsigned));
    return entries;
  }

  /** One chunk with the messages still due, in order. */
  private static final class OpenChunk {
    private final McapRecord.ChunkIndex index;
    private final List<McapRecord.MessageIndex.Entry> entries;
    private int next;
    private @Nullable ChunkReader records;

    OpenChunk(McapRecord.ChunkIndex index, List<McapRecord.MessageIndex.Entry> entries) {
      this.index = index;
      this.entries = entries;
    }

    boolean hasNext() {
      return next < entries.size();
    }

    long dueNs() {
      return entries.get(next).logTimeNs();
    }

    McapRecord.Message take(McapFile file) throws IOException {
      ChunkReader open = records != null ? records : file.chunk(index);
      records = open;
      McapRecord.MessageIndex.Entry entry = entries.get(next++);
      if (open.recordAt(entry.offset()) instanceof McapRecord.Message message
          && message.logTimeNs() == entry.logTimeNs()) {
        return message;
      }
      throw file.malformed("the index of the chunk at byte " + index.chunkOffset()
          + " names a message that is not there");
    }
  }
}
