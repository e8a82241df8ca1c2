package io.camber.mcap;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One record of the container, field for field. Times are unsigned nanoseconds. Byte contents are read-only views whose
 * position and limit the holder must not move ({@code duplicate()} first).
 */
public sealed interface McapRecord {
  record Header(String profile, String library) implements McapRecord {}

  /** Offsets count from the start of the file; 0 when the part is missing. */
  record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc)
      implements McapRecord {}

  record Schema(int id, String name, String encoding, ByteBuffer data) implements McapRecord {
    public Schema {
      data = data.asReadOnlyBuffer();
    }
  }

  /** {@code schemaId} 0 means none. */
  record Channel(
      int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
      implements McapRecord {
    public Channel {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }

  record Message(
      int channelId, long sequence, long logTimeNs, long publishTimeNs, ByteBuffer payload)
      implements McapRecord {
    public Message {
      payload = payload.asReadOnlyBuffer();
    }
  }

  record Chunk(
      long startNs,
      long endNs,
      long uncompressedSize,
      long uncompressedCrc,
      String compression,
      ByteBuffer records)
      implements McapRecord {
    public Chunk {
      records = records.asReadOnlyBuffer();
    }
  }

  /** Where the messages of one channel stand inside the unpacked chunk before it. */
  record MessageIndex(int channelId, List<Entry> entries) implements McapRecord {
    public MessageIndex {
      entries = List.copyOf(entries);
    }

    /** One message: its time, and its offset in the unpacked chunk. */
    public record Entry(long logTimeNs, long offset) {}
  }

  record ChunkIndex(
      long startNs,
      long endNs,
      long chunkOffset,
      long chunkLength,
      SortedMap<Integer, Long> messageIndexOffsets,
      long messageIndexLength,
      String compression,
      long compressedSize,
      long uncompressedSize)
      implements McapRecord {
    public ChunkIndex {
      messageIndexOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(messageIndexOffsets));
    }
  }

  record Attachment(
      long logTimeNs, long createTimeNs, String name, String mediaType, ByteBuffer data)
      implements McapRecord {
    public Attachment {
      data = data.asReadOnlyBuffer();
    }
  }

  record AttachmentIndex(
      long offset,
      long length,
      long logTimeNs,
      long createTimeNs,
      long dataSize,
      String name,
      String mediaType)
      implements McapRecord {}

  record Statistics(
      long messageCount,
      int schemaCount,
      long channelCount,
      long attachmentCount,
      long metadataCount,
      long chunkCount,
      long startNs,
      long endNs,
      SortedMap<Integer, Long> channelMessageCounts)
      implements McapRecord {
    public Statistics {
      channelMessageCounts = Collections.unmodifiableSortedMap(new TreeMap<>(channelMessageCounts));
    }
  }

  record Metadata(String name, Map<String, String> entries) implements McapRecord {
    public Metadata {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  record MetadataIndex(long offset, long length, String name) implements McapRecord {}

  record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements McapRecord {}

  record DataEnd(long dataSectionCrc) implements McapRecord {}

  /** A kind this reader does not know; skipped by readers, kept for tools. */
  record Unknown(int opcode, ByteBuffer content) implements McapRecord {
    public Unknown {
      content = content.asReadOnlyBuffer();
    }
  }
}
