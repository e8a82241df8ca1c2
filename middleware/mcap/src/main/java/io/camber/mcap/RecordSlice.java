package io.camber.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One record of the file itself, not yet decoded.
 *
 * @param end of the record in the file
 */
record RecordSlice(int opcode, ByteBuffer content, long end) {

  /** The record that begins at an offset; refuses one that is longer than the limit or the file. */
  static RecordSlice at(MappedBytes bytes, long offset, McapLimits limits) throws IOException {
    long length = lengthAt(bytes, offset);
    long content = offset + McapFormat.RECORD_HEADER_BYTES;
    if (length < 0 || length > limits.recordBytesMax()) {
      throw new MalformedMcapException("record at byte " + offset + " declares "
          + Long.toUnsignedString(length) + " bytes; the limit is " + limits.recordBytesMax());
    }
    if (length > bytes.size() - content) {
      throw new MalformedMcapException("the file ends inside the record at byte " + offset);
    }
    return new RecordSlice(
        Byte.toUnsignedInt(bytes.slice(offset, 1).get()),
        bytes.slice(content, (int) length),
        content + length);
  }

  /** What the record at an offset declares as the length of its content. */
  static long lengthAt(MappedBytes bytes, long offset) throws IOException {
    if (offset < 0 || offset > bytes.size() - McapFormat.RECORD_HEADER_BYTES) {
      throw new MalformedMcapException("the file ends where a record is due, at byte " + offset);
    }
    return bytes.slice(offset, McapFormat.RECORD_HEADER_BYTES).getLong(1);
  }

  McapRecord decode() throws MalformedMcapException {
    return RecordDecoder.decode(opcode, content);
  }
}
