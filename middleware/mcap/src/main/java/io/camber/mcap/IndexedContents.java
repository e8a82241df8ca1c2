package io.camber.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the contents of a complete file by its summary. */
final class IndexedContents {
  private final MappedBytes bytes;
  private final McapLimits limits;

  IndexedContents(MappedBytes bytes, McapLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  McapFile.Contents read() throws IOException {
    int magicBytes = McapFormat.magic().length;
    if (bytes.size() < magicBytes || !McapFile.isMagic(bytes.slice(0, magicBytes))) {
      throw new MalformedMcapException("not an MCAP file");
    }
    if (!(RecordSlice.at(bytes, magicBytes, limits).decode() instanceof McapRecord.Header header)) {
      throw new MalformedMcapException("the first record is not a header");
    }
    return withoutHeader(header);
  }

  /** The contents by the end of the file alone. */
  McapFile.Contents withoutHeader(McapRecord.Header header) throws IOException {
    FileEnd end = FileEnd.find(bytes)
        .orElseThrow(
            () -> new MalformedMcapException("the end is missing: the recording was cut short"));
    if (!end.hasSummary()) {
      throw new MalformedMcapException("the file has no summary; read it as a stream");
    }
    McapSummary summary = summary(end);
    if (summary.chunks().isEmpty()
        && summary.statistics().map(s -> s.messageCount() != 0).orElse(true)) {
      throw new MalformedMcapException("the file has no chunk index; read it as a stream");
    }
    List<Block> blocks = new ArrayList<>();
    summary.chunks().forEach(chunk -> blocks.add(Block.of(chunk)));
    blocks.sort(Comparator.comparingLong(Block::offset));
    checkPlaces(blocks, end.footer().summaryStart());
    return new McapFile.Contents(header, summary, List.copyOf(blocks), true, List.of());
  }

  /**
   * Whether every chunk has a checksum of its own, or there is nothing better: only then does reading chunk by chunk find
   * every damage.
   */
  boolean vouchesForItself(McapFile.Contents contents) throws IOException {
    long dataEnd = FileEnd.find(bytes).map(FileEnd::dataEndOffset).orElse(-1L);
    RecordSlice slice = RecordSlice.at(bytes, dataEnd, limits);
    if (slice.opcode() != Opcode.DATA_END) {
      return false;
    }
    if (((McapRecord.DataEnd) slice.decode()).dataSectionCrc() == 0) {
      return true;
    }
    for (Block block : contents.blocks()) {
      if (bytes.slice(block.offset() + McapFormat.CHUNK_CRC_AT, Integer.BYTES).getInt() == 0) {
        return false;
      }
    }
    return true;
  }

  /** The records between data and footer. */
  private McapSummary summary(FileEnd end) throws IOException {
    long start = end.footer().summaryStart();
    long length = end.footerOffset() - start;
    if (start < 0 || length < 0 || length > limits.recordBytesMax()) {
      throw new MalformedMcapException("the footer points outside the file");
    }
    if (end.footer().summaryCrc() != 0 && !end.vouchesForSummary(bytes)) {
      throw new MalformedMcapException("checksum of the summary does not match");
    }
    SummaryCollector collector = new SummaryCollector();
    for (long at = start; at < end.footerOffset(); ) {
      RecordSlice slice = RecordSlice.at(bytes, at, limits);
      if (slice.end() > end.footerOffset()) {
        throw new MalformedMcapException("a record reaches beyond the summary");
      }
      collector.add(slice.decode());
      at = slice.end();
    }
    return collector.summary();
  }

  /** An index that names a chunk twice, or bytes that are no data, could be made to repeat messages without end. */
  private static void checkPlaces(List<Block> blocks, long dataEnd) throws MalformedMcapException {
    long free = McapFormat.magic().length;
    for (Block block : blocks) {
      if (block.length() < 0
          || block.offset() < free
          || block.offset() > dataEnd - block.length()) {
        throw new MalformedMcapException(
            "the chunk index names a chunk at byte " + block.offset() + ", where none can be");
      }
      free = block.offset() + block.length();
    }
  }
}
