package io.camber.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes one MCAP file from front to back. Not thread-safe. The same calls with the same configuration give the same bytes:
 * no clock, no hash order, no random.
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
  private final RecordBuffer packed = new RecordBuffer(0);
  private final RecordBuffer tail;
  private boolean closed;

  /** Takes over the output; {@link #close()} closes it. The output should not buffer much: chunks come in one piece. */
  public McapWriter(OutputStream out, McapConfig config) throws IOException {
    boolean padded = config.has(McapPart.PADDING);
    boolean chunks = config.has(McapPart.CHUNKS);
    this.config = config;
    this.out = new CountedOutput(out, config.has(McapPart.CHECKSUMS));
    this.summary = new SummaryBuilder(config);
    this.chunk = new ChunkBuilder(chunks ? config.chunkBytes() + (1 << 16) : 0);
    this.scratch = new RecordBuffer(1 << 16, padded);
    this.tail = new RecordBuffer(1 << 12, padded);
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

  /**
   * Writes one message of an announced channel; the payload is copied before the call returns.
   *
   * <p>When the output fails the message is kept with its chunk, {@link #position()} is where the chunk would have begun, and
   * {@link #flush()} tries again.
   */
  public void write(
      int channelId,
      long sequence,
      long logTimeNs,
      long publishTimeNs,
      byte[] payload,
      int offset,
      int length)
      throws IOException {
    RecordBuffer to = beginMessage(channelId, logTimeNs);
    int start = head(to, channelId, sequence, logTimeNs, publishTimeNs);
    to.append(payload, offset, length);
    endMessage(to, start);
  }

  /** {@link #write(int, long, long, long, byte[], int, int)} of a message as a reader gave it. */
  public void write(McapRecord.Message message) throws IOException {
    RecordBuffer to = beginMessage(message.channelId(), message.logTimeNs());
    int start = head(
        to, message.channelId(), message.sequence(), message.logTimeNs(), message.publishTimeNs());
    to.append(message.payload());
    endMessage(to, start);
  }

  private RecordBuffer beginMessage(int channelId, long logTimeNs) {
    requireOpen();
    boolean chunks = config.has(McapPart.CHUNKS);
    RecordBuffer to = chunks ? chunk.records() : scratch;
    channels.introduce(channelId, record -> {
      summary.add(record);
      RecordEncoder.encode(record, to);
    });
    if (chunks) {
      chunk.index(channelId, logTimeNs);
    }
    summary.countMessage(channelId, logTimeNs);
    return to;
  }

  private static int head(
      RecordBuffer to, int channelId, long sequence, long logTimeNs, long publishTimeNs) {
    int start = to.beginRecord(Opcode.MESSAGE);
    to.u16(channelId).u32(sequence).u64(logTimeNs).u64(publishTimeNs);
    return start;
  }

  private void endMessage(RecordBuffer to, int start) throws IOException {
    to.endRecord(start);
    if (!config.has(McapPart.CHUNKS)) {
      out.writeAndClear(scratch);
    } else if (to.length() > config.chunkBytes()
        || chunk.span().lengthNs() - config.chunkSpanNs() > 0) {
      flush();
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

  /** Bytes handed to the output so far: all of them belong to whole records. */
  public long position() {
    return out.position();
  }

  /** Messages that wait for the end of their chunk. */
  public int pendingMessages() {
    return chunk.messages();
  }

  /** Ends the open chunk and hands it to the output. Does nothing when there is no message in it. */
  public void flush() throws IOException {
    if (!chunk.hasMessages()) {
      return;
    }
    RecordBuffer records = chunk.records();
    RecordBuffer body = records;
    scratch.clear();
    tail.clear();
    if (config.compression() != Compression.NONE) {
      packed.clear();
      ChunkCodec.pack(config.compression(), records.array(), records.length(), packed);
      body = packed;
    }
    chunkHead(records, body.length());
    long offset = out.position();
    long length = (long) scratch.length() + body.length();
    SortedMap<Integer, Long> indexes = new TreeMap<>();
    if (config.has(McapPart.MESSAGE_INDEXES)) {
      for (int channelId : chunk.channels()) {
        indexes.put(channelId, offset + length + tail.length());
        chunk.encodeIndex(channelId, tail);
      }
    }
    out.write(scratch, body, tail);
    summary.add(new McapRecord.ChunkIndex(
        chunk.span().startNs(),
        chunk.span().endNs(),
        offset,
        length,
        indexes,
        out.position() - offset - length,
        config.compression().wireName(),
        body.length(),
        records.length()));
    scratch.clear();
    chunk.clear();
  }

  /** Ends the open chunk, writes the summary and closes the output. Calls after the first do nothing. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (CountedOutput output = out) {
      flush();
      writeRecord(new McapRecord.DataEnd(output.crc()));
      summary.write(output);
      output.write(McapFormat.magic(), McapFormat.magic().length);
    }
  }

  private void chunkHead(RecordBuffer records, int bodyLength) {
    CRC32 crc = new CRC32();
    if (config.has(McapPart.CHECKSUMS)) {
      crc.update(records.array(), 0, records.length());
    }
    int start = scratch.beginRecord(Opcode.CHUNK);
    scratch.u64(chunk.span().startNs()).u64(chunk.span().endNs());
    scratch.u64(records.length()).u32(config.has(McapPart.CHECKSUMS) ? crc.getValue() : 0);
    scratch.string(config.compression().wireName()).u64(bodyLength);
    long content = (long) scratch.length() - McapFormat.RECORD_HEADER_BYTES + bodyLength;
    scratch.putU64(start + 1, content);
  }

  private void writeRecord(McapRecord record) throws IOException {
    scratch.clear();
    RecordEncoder.encode(record, scratch);
    out.writeAndClear(scratch);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the writer is closed");
    }
  }
}
