package io.camber.mcap;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from front to back, with the records of chunks in place of the chunks. Needs no index, so it reads pipes and
 * recordings that were cut short: every complete record comes out before the exception. Not thread-safe.
 */
public final class McapReader implements Closeable {
  private static final int FIRST_PIECE_BYTES = 1 << 20;

  private final InputStream in;
  private final McapLimits limits;
  private final RecordRules rules = new RecordRules();
  private final CRC32 crc = new CRC32();
  private long position;
  private @Nullable ChunkReader chunk;
  private boolean ended;

  /** Takes over the stream, which should be buffered. */
  public McapReader(InputStream in, McapLimits limits) throws IOException {
    this.in = in;
    this.limits = limits;
    byte[] magic = readFully(McapFormat.magic().length);
    if (!Arrays.equals(magic, McapFormat.magic())) {
      throw new MalformedMcapException("not an MCAP file: it does not start with the magic bytes");
    }
    crc.update(magic);
  }

  /**
   * The next record; empty after the footer. Chunk and MessageIndex records are not handed out.
   *
   * @throws MalformedMcapException when the bytes break the format, also when the file ends early
   */
  public Optional<McapRecord> next() throws IOException {
    while (!ended) {
      Optional<McapRecord> record = chunk != null ? chunk.next() : Optional.empty();
      if (record.isPresent()) {
        rules.check(record.get());
        return record;
      }
      chunk = null;
      McapRecord top = readRecord();
      rules.check(top);
      if (top instanceof McapRecord.Chunk packed) {
        chunk = ChunkReader.open(packed, limits);
      } else if (!(top instanceof McapRecord.MessageIndex)) {
        return Optional.of(top);
      }
    }
    return Optional.empty();
  }

  /** The next message; empty when there is none left. Other records are passed over but still checked. */
  public Optional<McapRecord.Message> nextMessage() throws IOException {
    for (Optional<McapRecord> record = next(); record.isPresent(); record = next()) {
      if (record.get() instanceof McapRecord.Message message) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** A channel seen so far. */
  public McapRecord.Channel channel(int id) {
    return rules.channel(id);
  }

  /** The schema of a channel seen so far, if it has one. */
  public Optional<McapRecord.Schema> schemaOf(McapRecord.Channel channel) {
    return rules.findSchema(channel.schemaId());
  }

  /** Bytes consumed so far. */
  public long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private McapRecord readRecord() throws IOException {
    long start = position;
    final long crcBefore = crc.getValue();
    byte[] header = readFully(McapFormat.RECORD_HEADER_BYTES);
    ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    int opcode = Byte.toUnsignedInt(fields.get());
    long length = fields.getLong();
    if (length < 0 || length > limits.recordBytesMax()) {
      throw new MalformedMcapException("record at byte " + start + " declares "
          + Long.toUnsignedString(length) + " bytes; the limit is " + limits.recordBytesMax());
    }
    byte[] content = readFully((int) length);
    crc.update(header);
    McapRecord record = decode(opcode, content, start);
    if (record instanceof McapRecord.Footer footer) {
      crc.update(content, 0, 2 * Long.BYTES);
      check(footer.summaryCrc(), crc.getValue(), "summary");
      readEnd();
    }
    crc.update(content);
    if (record instanceof McapRecord.DataEnd end) {
      check(end.dataSectionCrc(), crcBefore, "data section");
      crc.reset();
    }
    return record;
  }

  private static void check(long stored, long made, String of) throws MalformedMcapException {
    if (stored != 0 && stored != made) {
      throw new MalformedMcapException("checksum of the " + of + " does not match");
    }
  }

  private static McapRecord decode(int opcode, byte[] content, long start)
      throws MalformedMcapException {
    try {
      return RecordDecoder.decode(opcode, ByteBuffer.wrap(content));
    } catch (MalformedMcapException e) {
      throw new MalformedMcapException("at byte " + start + ": " + e.getMessage(), e);
    }
  }

  private void readEnd() throws IOException {
    ended = true;
    if (!Arrays.equals(readFully(McapFormat.magic().length), McapFormat.magic())) {
      throw new MalformedMcapException("the magic bytes at the end are wrong");
    }
    if (in.read() >= 0) {
      throw new MalformedMcapException("bytes follow the end of the file at byte " + position);
    }
  }

  private byte[] readFully(int count) throws IOException {
    byte[] bytes = readSome(count);
    if (bytes.length < count) {
      throw new MalformedMcapException(
          "the file ends early, inside the record or mark at byte " + position);
    }
    position += count;
    return bytes;
  }

  /** Large records are read in growing pieces: a length that lies costs no more than twice what is there. */
  private byte[] readSome(int count) throws IOException {
    try {
      int first = Math.min(count, FIRST_PIECE_BYTES);
      byte[] bytes = in.readNBytes(first);
      while (bytes.length >= first && bytes.length < count) {
        int have = bytes.length;
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * have));
        int got = in.readNBytes(bytes, have, bytes.length - have);
        if (got < bytes.length - have) {
          return Arrays.copyOf(bytes, have + got);
        }
      }
      return bytes;
    } catch (EOFException e) {
      throw new MalformedMcapException("the file ends early after byte " + position, e);
    }
  }
}
