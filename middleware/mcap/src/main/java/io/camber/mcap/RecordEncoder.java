package io.camber.mcap;

import java.util.zip.CRC32;

/** Turns records into bytes at the end of a buffer, in the field order of the format. */
final class RecordEncoder {
  private RecordEncoder() {}

  /** Appends any record but {@link McapRecord.Unknown}; attachments get their checksum here. */
  static void encode(McapRecord record, RecordBuffer to) {
    int start = to.beginRecord(opcode(record));
    if (record instanceof McapRecord.Header header) {
      to.string(header.profile()).string(header.library());
    } else if (record instanceof McapRecord.Footer footer) {
      to.u64(footer.summaryStart()).u64(footer.summaryOffsetStart()).u32(footer.summaryCrc());
    } else if (record instanceof McapRecord.Schema schema) {
      to.u16(schema.id()).string(schema.name()).string(schema.encoding());
      to.u32(schema.data().remaining()).append(schema.data());
    } else if (record instanceof McapRecord.Channel channel) {
      to.u16(channel.id()).u16(channel.schemaId()).string(channel.topic());
      to.string(channel.messageEncoding()).strings(channel.metadata());
    } else if (record instanceof McapRecord.Attachment attachment) {
      encodeAttachment(attachment, to);
    } else if (record instanceof McapRecord.Metadata metadata) {
      to.string(metadata.name()).strings(metadata.entries());
    } else if (record instanceof McapRecord.DataEnd end) {
      to.u32(end.dataSectionCrc());
    } else {
      encodeSummary(record, to);
    }
    to.endRecord(start);
  }

  private static void encodeSummary(McapRecord record, RecordBuffer to) {
    if (record instanceof McapRecord.Statistics statistics) {
      to.u64(statistics.messageCount()).u16(statistics.schemaCount());
      to.u32(statistics.channelCount()).u32(statistics.attachmentCount());
      to.u32(statistics.metadataCount()).u32(statistics.chunkCount());
      to.u64(statistics.startNs()).u64(statistics.endNs());
      to.counts(statistics.channelMessageCounts());
    } else if (record instanceof McapRecord.ChunkIndex index) {
      to.u64(index.startNs()).u64(index.endNs());
      to.u64(index.chunkOffset()).u64(index.chunkLength());
      to.counts(index.messageIndexOffsets()).u64(index.messageIndexLength());
      to.string(index.compression());
      to.u64(index.compressedSize()).u64(index.uncompressedSize());
    } else if (record instanceof McapRecord.AttachmentIndex index) {
      to.u64(index.offset()).u64(index.length()).u64(index.logTimeNs()).u64(index.createTimeNs());
      to.u64(index.dataSize()).string(index.name()).string(index.mediaType());
    } else if (record instanceof McapRecord.MetadataIndex index) {
      to.u64(index.offset()).u64(index.length()).string(index.name());
    } else if (record instanceof McapRecord.SummaryOffset offset) {
      to.u8(offset.groupOpcode()).u64(offset.groupStart()).u64(offset.groupLength());
    } else {
      throw new IllegalArgumentException("record=" + record + " is not written on its own");
    }
  }

  /** The checksum covers the content from the first field through the data. */
  private static void encodeAttachment(McapRecord.Attachment attachment, RecordBuffer to) {
    int content = to.length();
    to.u64(attachment.logTimeNs()).u64(attachment.createTimeNs());
    to.string(attachment.name()).string(attachment.mediaType());
    to.u64(attachment.data().remaining()).append(attachment.data());
    CRC32 crc = new CRC32();
    crc.update(to.array(), content, to.length() - content);
    to.u32(crc.getValue());
  }

  /** The opcode of any record. */
  static int opcodeOf(McapRecord record) {
    if (record instanceof McapRecord.Unknown unknown) {
      return unknown.opcode();
    } else if (record instanceof McapRecord.Message) {
      return Opcode.MESSAGE;
    } else if (record instanceof McapRecord.Chunk) {
      return Opcode.CHUNK;
    }
    return record instanceof McapRecord.MessageIndex ? Opcode.MESSAGE_INDEX : opcode(record);
  }

  private static int opcode(McapRecord record) {
    if (record instanceof McapRecord.Header) {
      return Opcode.HEADER;
    } else if (record instanceof McapRecord.Footer) {
      return Opcode.FOOTER;
    } else if (record instanceof McapRecord.Schema) {
      return Opcode.SCHEMA;
    } else if (record instanceof McapRecord.Channel) {
      return Opcode.CHANNEL;
    } else if (record instanceof McapRecord.Attachment) {
      return Opcode.ATTACHMENT;
    } else if (record instanceof McapRecord.Metadata) {
      return Opcode.METADATA;
    } else if (record instanceof McapRecord.DataEnd) {
      return Opcode.DATA_END;
    } else if (record instanceof McapRecord.Statistics) {
      return Opcode.STATISTICS;
    } else if (record instanceof McapRecord.ChunkIndex) {
      return Opcode.CHUNK_INDEX;
    } else if (record instanceof McapRecord.AttachmentIndex) {
      return Opcode.ATTACHMENT_INDEX;
    } else if (record instanceof McapRecord.MetadataIndex) {
      return Opcode.METADATA_INDEX;
    } else if (record instanceof McapRecord.SummaryOffset) {
      return Opcode.SUMMARY_OFFSET;
    }
    throw new IllegalArgumentException("record=" + record + " is not written on its own");
  }
}
