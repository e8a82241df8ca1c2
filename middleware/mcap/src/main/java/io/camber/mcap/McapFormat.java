package io.camber.mcap;

/**
 * Sizes that the container fixes.
 *
 * <pre>
 *  magic | Header | data ... DataEnd | [summary] | [summary offsets] | Footer | magic
 *
 *  record:  +--------+------------+-----------------+
 *           | op u8  | length u64 | content, length |      all integers little-endian
 *           +--------+------------+-----------------+
 * </pre>
 */
final class McapFormat {
  /** Opcode and length. */
  static final int RECORD_HEADER_BYTES = 9;

  static final int FOOTER_BYTES = RECORD_HEADER_BYTES + 20;
  static final int DATA_END_BYTES = RECORD_HEADER_BYTES + 4;

  /** Where a chunk record keeps the checksum of its unpacked records. */
  static final int CHUNK_CRC_AT = RECORD_HEADER_BYTES + 3 * 8;

  /** What a message has ahead of its payload: channel, sequence, log time, publish time. */
  static final int MESSAGE_HEAD_BYTES = 2 + 4 + 8 + 8;

  private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

  private McapFormat() {}

  static byte[] magic() {
    return MAGIC.clone();
  }
}
