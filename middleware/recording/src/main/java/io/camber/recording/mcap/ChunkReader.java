package io.camber.recording.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;

/** Walks the records inside one unpacked chunk. */
final class ChunkReader {
  private final ByteBuffer records;

  private ChunkReader(ByteBuffer records) {
    this.records = records.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Unpacks and checks a chunk. */
  static ChunkReader open(McapRecord.Chunk chunk, McapLimits limits) throws IOException {
    if (chunk.uncompressedSize() < 0 || chunk.uncompressedSize() > limits.chunkBytesMax()) {
      throw new MalformedMcapException("chunk declares "
          + Long.toUnsignedString(chunk.uncompressedSize())
          + " bytes; the limit is " + limits.chunkBytesMax());
    }
    ByteBuffer plain =
        ChunkCodec.unpack(chunk.compression(), chunk.records(), (int) chunk.uncompressedSize());
    if (chunk.uncompressedCrc() != 0) {
      CRC32 crc = new CRC32();
      crc.update(plain.duplicate());
      if (crc.getValue() != chunk.uncompressedCrc()) {
        throw new MalformedMcapException("checksum of a chunk does not match");
      }
    }
    return new ChunkReader(plain.duplicate());
  }

  /** The next record; empty at the end of the chunk. */
  Optional<McapRecord> next() throws MalformedMcapException {
    if (!records.hasRemaining()) {
      return Optional.empty();
    }
    McapRecord record = recordAt(records.position());
    records.position(end(records.position()));
    if (record instanceof McapRecord.Schema
        || record instanceof McapRecord.Channel
        || record instanceof McapRecord.Message
        || record instanceof McapRecord.Unknown) {
      return Optional.of(record);
    }
    throw new MalformedMcapException(
        record.getClass().getSimpleName() + " record inside a chunk; not allowed there");
  }

  /** The record that starts at an offset, as a message index names it. */
  McapRecord recordAt(long offset) throws MalformedMcapException {
    int start = (int) Math.max(-1, Math.min(offset, Integer.MAX_VALUE));
    int end = end(start);
    int content = start + McapFormat.RECORD_HEADER_BYTES;
    return RecordDecoder.decode(
        Byte.toUnsignedInt(records.get(start)), records.slice(content, end - content));
  }

  private int end(int start) throws MalformedMcapException {
    int content = start + McapFormat.RECORD_HEADER_BYTES;
    if (start < 0 || content > records.limit() || content < start) {
      throw new MalformedMcapException("record at byte " + start + " of a chunk has no header");
    }
    long length = records.getLong(start + 1);
    if (length < 0 || length > records.limit() - content) {
      throw new MalformedMcapException("record at byte " + start + " reaches beyond its chunk");
    }
    return content + (int) length;
  }
}
