package io.camber.mcap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A file at rest, memory mapped: its summary at once, its messages in time order as they are asked for. Memory holds only
 * chunks that overlap in time. Threads may read at once, each with a cursor of its own. Payloads are views of the mapping and
 * stay valid after {@link #close()}.
 */
public final class McapFile implements Closeable {
  private final String name;
  private final MappedBytes bytes;
  private final McapLimits limits;
  private final Contents contents;

  private McapFile(String name, MappedBytes bytes, McapLimits limits, Contents contents) {
    this.name = name;
    this.bytes = bytes;
    this.limits = limits;
    this.contents = contents;
  }

  /** What stands where in a file, and what had to be left out. */
  record Contents(
      McapRecord.Header header,
      McapSummary summary,
      List<Block> blocks,
      boolean indexed,
      List<String> damage) {}

  /**
   * Opens a finished file by its summary, whatever its size.
   *
   * @throws MalformedMcapException naming the file, when it is damaged, was cut short, or has no index
   */
  public static McapFile open(Path file) throws IOException {
    return open(file, McapLimits.DEFAULT);
  }

  /** {@link #open(Path)} with other limits. */
  public static McapFile open(Path file, McapLimits limits) throws IOException {
    return open(file, limits, bytes -> new IndexedContents(bytes, limits).read());
  }

  /**
   * Opens whatever can be read of a file: by its summary if that is sound and has a chunk index, else by looking at every
   * record. Chunks that fail their checksum, messages that no checksum vouches for in a damaged file, and what follows
   * broken framing are left out; {@link #damage()} names them.
   *
   * @throws MalformedMcapException naming the file, when it does not begin like a container
   */
  public static McapFile salvage(Path file) throws IOException {
    return salvage(file, McapLimits.DEFAULT);
  }

  /** {@link #salvage(Path)} with other limits. */
  public static McapFile salvage(Path file, McapLimits limits) throws IOException {
    return open(file, limits, bytes -> soundest(bytes, limits));
  }

  /** {@link #salvage(Path)} of a file that is in memory. */
  public static McapFile salvage(String name, ByteBuffer content) throws IOException {
    return open(
        name, MappedBytes.wrap(content), McapLimits.DEFAULT, b -> soundest(b, McapLimits.DEFAULT));
  }

  private static Contents soundest(MappedBytes bytes, McapLimits limits) throws IOException {
    try {
      IndexedContents indexed = new IndexedContents(bytes, limits);
      Contents contents = indexed.read();
      if (indexed.vouchesForItself(contents)) {
        return contents;
      }
    } catch (MalformedMcapException e) {
      return new ScannedContents(bytes, limits).read();
    }
    return new ScannedContents(bytes, limits).read();
  }

  /** {@link #salvage(Path)} without trust in the summary: every record is looked at and every checksum made once more. */
  public static McapFile scan(Path file) throws IOException {
    return open(
        file, McapLimits.DEFAULT, bytes -> new ScannedContents(bytes, McapLimits.DEFAULT).read());
  }

  private static McapFile open(Path file, McapLimits limits, ContentsReader reader)
      throws IOException {
    return open(file.toString(), MappedBytes.open(file), limits, reader);
  }

  private static McapFile open(
      String name, MappedBytes bytes, McapLimits limits, ContentsReader reader) throws IOException {
    try {
      return new McapFile(name, bytes, limits, reader.read(bytes));
    } catch (MalformedMcapException e) {
      bytes.close();
      throw new MalformedMcapException(name + ": " + e.getMessage(), e);
    } catch (InternalError e) {
      bytes.close();
      throw new MalformedMcapException(name + ": the file became shorter while it was read", e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  public McapRecord.Header header() {
    return contents.header();
  }

  public McapSummary summary() {
    return contents.summary();
  }

  /** Whether the file told where its chunks are; if not, every record was looked at. */
  public boolean isIndexed() {
    return contents.indexed();
  }

  /** What was left out, in words; empty for a sound file. */
  public List<String> damage() {
    return contents.damage();
  }

  /** Bytes of the file. */
  public long sizeBytes() {
    return bytes.size();
  }

  /** Messages of the selection, by log time; equal times in file order. */
  public MessageCursor messages(MessageSelection selection) {
    return new MessageCursor(this, selection, true);
  }

  /** Messages of the selection as they stand in the file. */
  public MessageCursor messagesInFileOrder(MessageSelection selection) {
    return new MessageCursor(this, selection, false);
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
    bytes.close();
  }

  List<Block> blocks() {
    return contents.blocks();
  }

  ChunkReader read(Block block) throws IOException {
    try {
      return block.read(bytes, limits);
    } catch (MalformedMcapException e) {
      throw malformed("at byte " + block.offset() + ": " + e.getMessage());
    } catch (InternalError e) {
      throw malformed("the file became shorter while it was read");
    }
  }

  MalformedMcapException malformed(String problem) {
    return new MalformedMcapException(name + ": " + problem);
  }

  private McapRecord recordAt(long offset, long room) throws IOException {
    try {
      RecordSlice slice = RecordSlice.at(bytes, offset, limits);
      if (slice.end() - offset > room) {
        throw malformed("record at byte " + offset + " is longer than its index says");
      }
      return slice.decode();
    } catch (MalformedMcapException e) {
      throw malformed(e.getMessage() + ", at byte " + offset);
    }
  }

  /** Finds out what is in a file. */
  @FunctionalInterface
  private interface ContentsReader {
    Contents read(MappedBytes bytes) throws IOException;
  }

  static boolean isMagic(ByteBuffer bytes) {
    return bytes.equals(ByteBuffer.wrap(McapFormat.magic()));
  }
}
