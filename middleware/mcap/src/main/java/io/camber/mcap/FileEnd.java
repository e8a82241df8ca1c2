package io.camber.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The last 37 bytes of a complete file.
 *
 * @param footerOffset where the footer record begins
 */
record FileEnd(McapRecord.Footer footer, long footerOffset) {

  /** Empty when the file does not end as a complete file does. */
  static Optional<FileEnd> find(MappedBytes bytes) throws IOException {
    int magicBytes = McapFormat.magic().length;
    long footerAt = bytes.size() - magicBytes - McapFormat.FOOTER_BYTES;
    if (footerAt < magicBytes
        || !McapFile.isMagic(bytes.slice(bytes.size() - magicBytes, magicBytes))) {
      return Optional.empty();
    }
    ByteBuffer footer = bytes.slice(footerAt, McapFormat.FOOTER_BYTES);
    if (footer.get(0) != Opcode.FOOTER
        || footer.getLong(1) != McapFormat.FOOTER_BYTES - McapFormat.RECORD_HEADER_BYTES) {
      return Optional.empty();
    }
    McapRecord decoded = RecordDecoder.decode(
        Opcode.FOOTER,
        footer.slice(
            McapFormat.RECORD_HEADER_BYTES,
            McapFormat.FOOTER_BYTES - McapFormat.RECORD_HEADER_BYTES));
    return Optional.of(new FileEnd((McapRecord.Footer) decoded, footerAt));
  }

  boolean hasSummary() {
    return footer.summaryStart() != 0;
  }

  /** Where the record must stand that ends the data section. */
  long dataEndOffset() {
    return (hasSummary() ? footer.summaryStart() : footerOffset) - McapFormat.DATA_END_BYTES;
  }

  /** Whether the summary's checksum is there and right. */
  boolean vouchesForSummary(MappedBytes bytes) throws IOException {
    long start = hasSummary() ? footer.summaryStart() : footerOffset;
    long covered = footerOffset + McapFormat.FOOTER_BYTES - Integer.BYTES - start;
    return footer.summaryCrc() != 0
        && start >= 0
        && covered >= 0
        && covered <= Integer.MAX_VALUE
        && crc(bytes, start, covered) == footer.summaryCrc();
  }

  /** The checksum of a part of the file. */
  static long crc(MappedBytes bytes, long start, long length) throws IOException {
    CRC32 crc = new CRC32();
    long end = start + length;
    for (long at = start; at < end; ) {
      int part = (int) Math.min(end - at, 1 << 24);
      crc.update(bytes.slice(at, part));
      at += part;
    }
    return crc.getValue();
  }
}
