package io.camber.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;

/** Walks records in memory: those of an unpacked chunk, or messages that stand outside chunks. */
final class ChunkReader {
  private final ByteBuffer records;
  private final boolean isChunk;
  private int lastOffset;

  private ChunkReader(ByteBuffer records, boolean isChunk) {
    this.records = records.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.isChunk = isChunk;
  }

  /** Unpacks and checks a chunk. */
  static ChunkReader open(McapRecord.Chunk chunk, McapLimits limits) throws MalformedMcapException {
    limits.check(chunk);
    ByteBuffer plain =
        ChunkCodec.unpack(chunk.compression(), chunk.records(), (int) chunk.uncompressedSize());
    if (chunk.uncompressedCrc() != 0) {
      CRC32 crc = new CRC32();
      crc.update(plain.duplicate());
      if (crc.getValue() != chunk.uncompressedCrc()) {
        throw new MalformedMcapException("checksum of a chunk does not match");
      }
    }
    return new ChunkReader(plain, true);
  }

  /** What is left of a chunk that was cut: its whole records; no checksum can vouch for them. */
  static ChunkReader openCut(McapRecord.Chunk chunk, McapLimits limits)
      throws MalformedMcapException {
    limits.check(chunk);
    ByteBuffer plain = ChunkCodec.unpackPrefix(
        chunk.compression(), chunk.records(), (int) chunk.uncompressedSize());
    ChunkReader whole = new ChunkReader(plain, true);
    while (whole.records.hasRemaining() && whole.isWhole()) {
      whole.records.position(whole.end(whole.records.position()));
    }
    return new ChunkReader(whole.records.slice(0, whole.records.position()), true);
  }

  /** Records that stand one after the other in the data section itself. */
  static ChunkReader ofLoose(ByteBuffer records) {
    return new ChunkReader(records, false);
  }

  /** The next record; empty at the end of the chunk. */
  Optional<McapRecord> next() throws MalformedMcapException {
    if (!records.hasRemaining()) {
      return Optional.empty();
    }
    lastOffset = records.position();
    McapRecord record = recordAt(lastOffset);
    records.position(end(records.position()));
    if (!isChunk || mayStandInChunk(record)) {
      return Optional.of(record);
    }
    throw new MalformedMcapException(
        record.getClass().getSimpleName() + " record inside a chunk; not allowed there");
  }

  /** Moves past the next record if it is a message, without decoding it, and tells where it is; else does nothing. */
  boolean passMessage(Position position) throws MalformedMcapException {
    int start = records.position();
    if (!records.hasRemaining() || records.get(start) != Opcode.MESSAGE) {
      return false;
    }
    lastOffset = start;
    return nextMessage(position);
  }

  /** Where the record stands that {@link #next()} gave last. */
  int lastOffset() {
    return lastOffset;
  }

  /** Moves to the next message and tells where it is; false at the end. */
  boolean nextMessage(Position position) throws MalformedMcapException {
    while (records.hasRemaining()) {
      int start = records.position();
      int end = end(start);
      records.position(end);
      if (records.get(start) == Opcode.MESSAGE) {
        int content = start + McapFormat.RECORD_HEADER_BYTES;
        if (end - content < McapFormat.MESSAGE_HEAD_BYTES) {
          throw new MalformedMcapException("message at byte " + start + " of a chunk is too short");
        }
        position.offset = start;
        position.channelId = Short.toUnsignedInt(records.getShort(content));
        position.logTimeNs = records.getLong(content + Short.BYTES + Integer.BYTES);
        return true;
      }
    }
    return false;
  }

  /** Where a message stands, without its payload. */
  static final class Position {
    int offset;
    int channelId;
    long logTimeNs;
  }

  /** The message that starts at an offset. */
  McapRecord.Message messageAt(int offset) throws MalformedMcapException {
    if (recordAt(offset) instanceof McapRecord.Message message) {
      return message;
    }
    throw new MalformedMcapException("no message at byte " + offset + " of a chunk");
  }

  private McapRecord recordAt(int start) throws MalformedMcapException {
    int content = start + McapFormat.RECORD_HEADER_BYTES;
    int end = end(start);
    return RecordDecoder.decode(
        Byte.toUnsignedInt(records.get(start)), records.slice(content, end - content));
  }

  private static boolean mayStandInChunk(McapRecord record) {
    return record instanceof McapRecord.Schema
        || record instanceof McapRecord.Channel
        || record instanceof McapRecord.Message
        || record instanceof McapRecord.Unknown;
  }

  private boolean isWhole() {
    int start = records.position();
    int content = start + McapFormat.RECORD_HEADER_BYTES;
    if (content > records.limit()) {
      return false;
    }
    long length = records.getLong(start + 1);
    return length >= 0 && length <= records.limit() - content;
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
