package io.camber.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The chunk that the end of a file cuts. No checksum can vouch for it. After a power cut it may have holes where pages never
 * reached the disk: a page of zeros ends it, so that nothing with a hole of a whole page of 4 KiB is taken for whole.
 */
final class CutChunk {
  private static final int PAGE_BYTES = 4096;

  private CutChunk() {}

  /** The chunk whose record begins at an offset and reaches to the end of the file: what is there of it. */
  static McapRecord.Chunk at(MappedBytes bytes, long offset) throws IOException {
    long content = offset + McapFormat.RECORD_HEADER_BYTES;
    int length = (int) (bytes.size() - content);
    ByteBuffer fields = bytes.slice(content, length);
    int firstPage = (int) (-content & (PAGE_BYTES - 1));
    for (int page = firstPage; page < length; page += PAGE_BYTES) {
      if (isEmpty(fields, page, Math.min(page + PAGE_BYTES, length))) {
        return RecordDecoder.cutChunk(fields.limit(page));
      }
    }
    return RecordDecoder.cutChunk(fields);
  }

  private static boolean isEmpty(ByteBuffer bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
