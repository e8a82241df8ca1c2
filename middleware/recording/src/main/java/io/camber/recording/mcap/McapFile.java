package io.camber.recording.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Opens a finished file by its summary and reads messages in time order through the indexes. Not thread-safe. */
public final class McapFile implements Closeable {
  private final String name;
  private final FileChannel channel;
  private final McapLimits limits;
  private final McapSummary summary;

  private McapFile(String name, FileChannel channel, McapLimits limits) throws IOException {
    this.name = name;
    this.channel = channel;
    this.limits = limits;
    this.summary = readSummary();
  }

  /**
   * Reads the summary.
   *
   * @throws MalformedMcapException naming the file, when it is damaged, was cut short, or has no index
   */
  public static McapFile open(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new McapFile(name, channel, McapLimits.DEFAULT);
    } catch (MalformedMcapException e) {
      channel.close();
      throw new MalformedMcapException(name + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  public McapSummary summary() {
    return summary;
  }

  /** Messages of the selection, by log time; equal times in file order. */
  public MessageCursor messages(MessageSelection selection) throws IOException {
    return new MessageCursor(this, selection);
  }

  /** An attachment named by the summary. */
  public McapRecord.Attachment attachment(McapRecord.AttachmentIndex index) throws IOException {
    if (recordAt(index.offset(), index.length()) instanceof McapRecord.Attachment attachment) {
      return attachment;
    }
    throw malformed("no attachment at byte " + index.offset());
  }

  /** Metadata named by the summary. */
  public McapRecord.Metadata metadata(McapRecord.MetadataIndex index) throws IOException {
    if (recordAt(index.offset(), index.length()) instanceof McapRecord.Metadata metadata) {
      return metadata;
    }
    throw malformed("no metadata at byte " + index.offset());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  ChunkReader chunk(McapRecord.ChunkIndex index) throws IOException {
    if (recordAt(index.chunkOffset(), index.chunkLength()) instanceof McapRecord.Chunk chunk) {
      return ChunkReader.open(chunk, limits);
    }
    throw malformed("no chunk at byte " + index.chunkOffset());
  }

  /** The entries of one channel's index behind a chunk. */
  McapRecord.MessageIndex messageIndex(McapRecord.ChunkIndex chunk, long offset)
      throws IOException {
    long end = chunk.chunkOffset() + chunk.chunkLength() + chunk.messageIndexLength();
    if (recordAt(offset, end - offset) instanceof McapRecord.MessageIndex index) {
      return index;
    }
    throw malformed("no message index at byte " + offset);
  }

  MalformedMcapException malformed(String problem) {
    return new MalformedMcapException(name + ": " + problem);
  }

  /** Reads the record at an offset that takes at most {@code room} bytes. */
  private McapRecord recordAt(long offset, long room) throws IOException {
    ByteBuffer header = read(offset, McapFormat.RECORD_HEADER_BYTES);
    int opcode = Byte.toUnsignedInt(header.get());
    long length = header.getLong();
    if (length < 0
        || length > room - McapFormat.RECORD_HEADER_BYTES
        || length > limits.recordBytesMax()) {
      throw malformed("record at byte " + offset + " is longer than its index says");
    }
    return RecordDecoder.decode(
        opcode, read(offset + McapFormat.RECORD_HEADER_BYTES, (int) length));
  }

  private McapSummary readSummary() throws IOException {
    int magicBytes = McapFormat.magic().length;
    long footerAt = channel.size() - magicBytes - McapFormat.FOOTER_BYTES;
    if (footerAt < 0 || !isMagic(read(0, magicBytes))) {
      throw new MalformedMcapException("not an MCAP file");
    }
    if (!isMagic(read(channel.size() - magicBytes, magicBytes))
        || !(recordAt(footerAt, McapFormat.FOOTER_BYTES) instanceof McapRecord.Footer footer)) {
      throw new MalformedMcapException("the end is missing: the recording was cut short");
    }
    if (footer.summaryStart() == 0) {
      throw new MalformedMcapException("the file has no summary; read it as a stream");
    }
    long length = footerAt - footer.summaryStart();
    if (length < 0 || footer.summaryStart() < 0 || length > limits.recordBytesMax()) {
      throw new MalformedMcapException("the footer points outside the file");
    }
    checkSummaryCrc(footer, length);
    return McapSummary.of(records(read(footer.summaryStart(), (int) length)));
  }

  private void checkSummaryCrc(McapRecord.Footer footer, long length) throws IOException {
    if (footer.summaryCrc() != 0) {
      CRC32 crc = new CRC32();
      int covered = (int) length + McapFormat.FOOTER_BYTES - Integer.BYTES;
      crc.update(read(footer.summaryStart(), covered));
      if (crc.getValue() != footer.summaryCrc()) {
        throw new MalformedMcapException("checksum of the summary does not match");
      }
    }
  }

  private static List<McapRecord> records(ByteBuffer bytes) throws MalformedMcapException {
    List<McapRecord> records = new ArrayList<>();
    while (bytes.remaining() >= McapFormat.RECORD_HEADER_BYTES) {
      int opcode = Byte.toUnsignedInt(bytes.get());
      long length = bytes.getLong();
      if (length < 0 || length > bytes.remaining()) {
        throw new MalformedMcapException("a record reaches beyond the summary");
      }
      records.add(RecordDecoder.decode(opcode, bytes.slice(bytes.position(), (int) length)));
      bytes.position(bytes.position() + (int) length);
    }
    return records;
  }

  private ByteBuffer read(long offset, int length) throws IOException {
    if (offset < 0 || offset > channel.size() - length) {
      throw new MalformedMcapException("bytes at " + offset + " lie outside the file");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new MalformedMcapException("the file ends early");
      }
    }
    return bytes.flip();
  }

  private static boolean isMagic(ByteBuffer bytes) {
    return bytes.equals(ByteBuffer.wrap(McapFormat.magic()));
  }
}
