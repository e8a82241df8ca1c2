package io.camber.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A stretch of a file that holds messages.
 *
 * @param offset of its first byte in the file
 * @param length in bytes, with the header of a chunk's record
 * @param channels with messages in it; empty means unknown
 */
record Block(
    Kind kind, long offset, long length, long startNs, long endNs, NavigableSet<Integer> channels) {

  enum Kind {
    /** A chunk record. */
    CHUNK,
    /** A chunk record that the end of the file cuts. */
    CUT_CHUNK,
    /** Message records outside chunks, and whatever stands between them. */
    LOOSE
  }

  static Block of(McapRecord.ChunkIndex index) {
    return new Block(
        Kind.CHUNK,
        index.chunkOffset(),
        index.chunkLength(),
        index.startNs(),
        index.endNs(),
        new TreeSet<>(index.messageIndexOffsets().keySet()));
  }

  boolean meets(MessageSelection selection) {
    return Long.compareUnsigned(startNs, selection.endNs()) <= 0
        && Long.compareUnsigned(selection.startNs(), endNs) <= 0;
  }

  /** Unpacks and checks it. */
  ChunkReader read(MappedBytes bytes, McapLimits limits) throws IOException {
    if (length < McapFormat.RECORD_HEADER_BYTES
        || length - McapFormat.RECORD_HEADER_BYTES > limits.recordBytesMax()) {
      throw new MalformedMcapException(
          "a chunk of " + length + " bytes; the limit is " + limits.recordBytesMax());
    }
    ByteBuffer whole = bytes.slice(offset, (int) length);
    if (kind == Kind.LOOSE) {
      return ChunkReader.ofLoose(whole);
    }
    if (kind == Kind.CUT_CHUNK) {
      return ChunkReader.openCut(CutChunk.at(bytes, offset), limits);
    }
    int content = whole.remaining() - McapFormat.RECORD_HEADER_BYTES;
    ByteBuffer fields = whole.slice(McapFormat.RECORD_HEADER_BYTES, content);
    McapRecord.Chunk chunk = (McapRecord.Chunk) RecordDecoder.decode(Opcode.CHUNK, fields);
    boolean isNamed = whole.get(0) == Opcode.CHUNK && whole.getLong(1) == content;
    if (!isNamed && chunk.uncompressedCrc() == 0) {
      throw new MalformedMcapException("no chunk of " + length + " bytes is there");
    }
    return ChunkReader.open(chunk, limits);
  }
}
