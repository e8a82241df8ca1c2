package io.camber.recording.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes one MCAP file from front to back. Not thread-safe. The same calls with the same configuration give the same bytes:
 * no clock, no hash order, no native code.
 *
 * <p>Schemas and channels are announced first and written just before the first message that needs them. A chunk is closed
 * once it exceeds its size and holds at least one message.
 */
public final class McapWriter implements Closeable {
  private final McapConfig config;
  private final CountedOutput out;
  private final SummaryBuilder summary;
  private final ChannelTable channels = new ChannelTable();
  private final ChunkBuilder chunk;
  private final RecordBuffer scratch;
  private boolean closed;

  /** Takes over the output; {@link #close()} closes it. The output should not buffer much: chunks come in one piece. */
  public McapWriter(OutputStream out, McapConfig config) throws IOException {
    this.config = config;
    this.out = new CountedOutput(out);
    this.summary = new SummaryBuilder(config);
    this.chunk = new ChunkBuilder(config.chunks() ? config.chunkBytes() + (1 << 16) : 0);
    this.scratch = new RecordBuffer(1 << 16);
    this.out.write(McapFormat.magic(), McapFormat.magic().length);
    writeRecord(new McapRecord.Header(config.profile(), config.library()));
  }

  /** Announces a schema; its id must not be 0. */
  public void addSchema(McapRecord.Schema schema) {
    channels.addSchema(schema);
  }

  /** Announces a channel; its schema, unless 0, must be known. */
  public void addChannel(McapRecord.Channel channel) {
    channels.addChannel(channel);
  }

  /** Writes one message of an announced channel; the payload is copied before the call returns. */
  public void write(
      int channelId,
      long sequence,
      long logTimeNs,
      long publishTimeNs,
      byte[] payload,
      int offset,
      int length)
      throws IOException {
    requireOpen();
    RecordBuffer to = config.chunks() ? chunk.records() : scratch;
    channels.introduce(channelId, record -> {
      summary.add(record);
      RecordEncoder.encode(record, to);
    });
    if (config.chunks()) {
      chunk.index(channelId, logTimeNs);
    }
    summary.countMessage(channelId, logTimeNs);
    int start = to.beginRecord(Opcode.MESSAGE);
    to.u16(channelId).u32(sequence).u64(logTimeNs).u64(publishTimeNs);
    to.append(payload, offset, length);
    to.endRecord(start);
    if (!config.chunks()) {
      out.writeAndClear(scratch);
    } else if (to.length() > config.chunkBytes()) {
      closeChunk();
    }
  }

  /** Writes a file that belongs to the drive; it does not end the open chunk. */
  public void write(McapRecord.Attachment attachment) throws IOException {
    requireOpen();
    long offset = out.position();
    writeRecord(attachment);
    summary.add(new McapRecord.AttachmentIndex(
        offset,
        out.position() - offset,
        attachment.logTimeNs(),
        attachment.createTimeNs(),
        attachment.data().remaining(),
        attachment.name(),
        attachment.mediaType()));
  }

  /** Writes named facts about the drive; it does not end the open chunk. */
  public void write(McapRecord.Metadata metadata) throws IOException {
    requireOpen();
    long offset = out.position();
    writeRecord(metadata);
    summary.add(new McapRecord.MetadataIndex(offset, out.position() - offset, metadata.name()));
  }

  /** Ends the open chunk, writes the summary and closes the output. Calls after the first do nothing. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (CountedOutput output = out) {
      closeChunk();
      writeRecord(new McapRecord.DataEnd(output.crc()));
      summary.write(output);
      output.write(McapFormat.magic(), McapFormat.magic().length);
    }
  }

  private void closeChunk() throws IOException {
    if (!chunk.hasMessages()) {
      return;
    }
    RecordBuffer records = chunk.records();
    CRC32 crc = new CRC32();
    crc.update(records.array(), 0, records.length());
    long chunkOffset = out.position();
    int start = scratch.beginRecord(Opcode.CHUNK);
    scratch.u64(chunk.span().startNs()).u64(chunk.span().endNs());
    scratch.u64(records.length()).u32(crc.getValue());
    scratch.string(config.compression().wireName());
    int lengthAt = scratch.length();
    scratch.u64(0);
    ChunkCodec.pack(config.compression(), records.array(), records.length(), scratch);
    long packedSize = (long) scratch.length() - lengthAt - Long.BYTES;
    scratch.putU64(lengthAt, packedSize);
    scratch.endRecord(start);
    out.writeAndClear(scratch);
    long chunkLength = out.position() - chunkOffset;
    SortedMap<Integer, Long> indexOffsets = writeMessageIndexes();
    summary.add(new McapRecord.ChunkIndex(
        chunk.span().startNs(),
        chunk.span().endNs(),
        chunkOffset,
        chunkLength,
        indexOffsets,
        out.position() - chunkOffset - chunkLength,
        config.compression().wireName(),
        packedSize,
        records.length()));
    chunk.clear();
  }

  private SortedMap<Integer, Long> writeMessageIndexes() throws IOException {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    if (config.messageIndexes()) {
      for (int channelId : chunk.channels()) {
        offsets.put(channelId, out.position());
        chunk.encodeIndex(channelId, scratch);
        out.writeAndClear(scratch);
      }
    }
    return offsets;
  }

  private void writeRecord(McapRecord record) throws IOException {
    RecordEncoder.encode(record, scratch);
    out.writeAndClear(scratch);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
  }
}
