package io.camber.mcap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds a file against every rule of the format: framing, checksums, definitions, and whether indexes and statistics tell
 * the truth. A file without findings is one that any reader reads.
 */
public final class McapDoctor {
  private static final int FINDINGS_MAX = 1000;

  /** One rule broken, or a habit that makes readers' lives harder. */
  public record Finding(Severity severity, long offset, String problem) {}

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private final MappedBytes bytes;
  private final McapLimits limits;
  private final List<Finding> findings = new ArrayList<>();
  private final RecordRules rules = new RecordRules();
  private final SummaryCheck summary = new SummaryCheck(this);
  private final Map<Integer, Long> newestNs = new TreeMap<>();
  private long dataEnd = -1;
  private long disordered;

  private McapDoctor(MappedBytes bytes, McapLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** Every finding, in file order; at most a thousand. */
  public static List<Finding> examine(Path file) throws IOException {
    try (MappedBytes bytes = MappedBytes.open(file)) {
      McapDoctor doctor = new McapDoctor(bytes, McapLimits.DEFAULT);
      doctor.examine();
      return List.copyOf(doctor.findings);
    }
  }

  void error(long offset, String problem) {
    add(Severity.ERROR, offset, problem);
  }

  void warn(long offset, String problem) {
    add(Severity.WARNING, offset, problem);
  }

  private void add(Severity severity, long offset, String problem) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(new Finding(severity, offset, problem));
    }
  }

  private void examine() throws IOException {
    int magic = McapFormat.magic().length;
    if (bytes.size() < magic || !McapFile.isMagic(bytes.slice(0, magic))) {
      error(0, "the file does not begin with the magic bytes of MCAP");
      return;
    }
    long at = magic;
    try {
      boolean more = true;
      while (more) {
        RecordSlice slice = RecordSlice.at(bytes, at, limits);
        more = record(at, slice);
        at = slice.end();
      }
      Optional<FileEnd> end = FileEnd.find(bytes);
      if (end.isEmpty() || at != bytes.size() - magic) {
        error(at, "the file does not end with footer and magic bytes");
      } else {
        end(end.get());
      }
    } catch (MalformedMcapException e) {
      error(at, String.valueOf(e.getMessage()));
    }
    if (disordered > 0) {
      warn(0, disordered + " messages are older than one of their channel before them");
    }
  }

  /** Takes one record of the file itself; false after the footer. */
  private boolean record(long at, RecordSlice slice) throws IOException {
    McapRecord record;
    try {
      record = slice.decode();
      rules.check(record);
    } catch (MalformedMcapException e) {
      error(at, String.valueOf(e.getMessage()));
      return slice.opcode() != Opcode.FOOTER;
    }
    if (dataEnd >= 0) {
      summary.add(at, slice.end(), record);
      return !(record instanceof McapRecord.Footer);
    }
    if (record instanceof McapRecord.Header header) {
      header(at, header);
    } else if (record instanceof McapRecord.Chunk chunk) {
      chunk(at, slice.end(), chunk);
    } else if (record instanceof McapRecord.MessageIndex index) {
      summary.messageIndex(at, slice.end(), index);
    } else if (record instanceof McapRecord.DataEnd end) {
      dataEnd(at, end);
    } else {
      summary.data(at, slice.end(), record);
      common(at, record);
    }
    return true;
  }

  private void header(long at, McapRecord.Header header) {
    if (header.library().isEmpty()) {
      warn(at, "the header names no library");
    }
    if (!List.of("", "ros1", "ros2").contains(header.profile())) {
      warn(at, "profile \"" + header.profile() + "\" is not a registered one");
    }
  }

  /** What holds for a record inside chunks and outside. */
  private void common(long at, McapRecord record) {
    if (record instanceof McapRecord.Schema schema) {
      if (schema.id() == 0) {
        error(at, "a schema has id 0");
      }
      if (schema.encoding().isEmpty() && schema.data().hasRemaining()) {
        error(at, "schema " + schema.name() + " has data but no encoding");
      }
    } else if (record instanceof McapRecord.Message message) {
      Long before = newestNs.get(message.channelId());
      if (before != null && Long.compareUnsigned(message.logTimeNs(), before) < 0) {
        disordered++;
      } else {
        newestNs.put(message.channelId(), message.logTimeNs());
      }
    } else if (record instanceof McapRecord.Unknown unknown) {
      warn(
          at,
          "a record of kind 0x" + Integer.toHexString(unknown.opcode()) + ", which is not known");
    }
  }

  private void chunk(long at, long end, McapRecord.Chunk chunk) {
    try {
      SummaryCheck.ChunkSeen seen = summary.beginChunk(at, end, chunk);
      ChunkReader records = ChunkReader.open(chunk, limits);
      for (Optional<McapRecord> record = records.next();
          record.isPresent();
          record = records.next()) {
        rules.check(record.get());
        common(at, record.get());
        summary.inChunk(record.get());
        if (record.get() instanceof McapRecord.Message message) {
          seen.add(message, records.lastOffset());
        }
      }
      if (seen.span().startNs() != chunk.startNs() || seen.span().endNs() != chunk.endNs()) {
        error(
            at,
            "the chunk says its messages span " + span(chunk.startNs(), chunk.endNs())
                + ", but they span " + span(seen.span().startNs(), seen.span().endNs()));
      }
      if (seen.span().isEmpty()) {
        warn(at, "a chunk without messages");
      }
    } catch (MalformedMcapException e) {
      error(at, String.valueOf(e.getMessage()));
    }
  }

  static String span(long startNs, long endNs) {
    return Long.toUnsignedString(startNs) + " to " + Long.toUnsignedString(endNs) + " ns";
  }

  private void dataEnd(long at, McapRecord.DataEnd end) throws IOException {
    dataEnd = at;
    if (end.dataSectionCrc() != 0 && end.dataSectionCrc() != FileEnd.crc(bytes, 0, at)) {
      error(at, "checksum of the data section does not match");
    }
  }

  private void end(FileEnd end) throws IOException {
    long start = end.footer().summaryStart();
    long expected = dataEnd + McapFormat.DATA_END_BYTES;
    if (start != 0 && start != expected) {
      error(
          end.footerOffset(),
          "the footer says the summary begins at byte " + start + ", but the data section ends at "
              + expected);
    }
    if (start == 0 && end.footerOffset() != expected && !summary.isEmpty()) {
      error(end.footerOffset(), "there is a summary, but the footer does not say where");
    }
    if (end.footer().summaryCrc() != 0 && !end.vouchesForSummary(bytes)) {
      error(end.footerOffset(), "checksum of the summary does not match");
    }
    summary.finish(end.footer());
  }
}
