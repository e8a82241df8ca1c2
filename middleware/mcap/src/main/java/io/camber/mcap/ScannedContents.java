package io.camber.mcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the contents of a file by looking at every record from the front, for files without index and damaged ones.
 *
 * <p>What is taken: chunks whose checksum is right; of a file that was cut, also the whole records of the last chunk; and
 * what no checksum of its own covers (messages outside chunks, chunks without checksum) unless the checksum of the data
 * section says that something is wrong. Behind broken framing it goes on with the chunks that a sound summary names.
 */
final class ScannedContents {
  private static final McapRecord.Header NO_HEADER = new McapRecord.Header("", "");

  private final MappedBytes bytes;
  private final McapLimits limits;
  private final RecordRules rules = new RecordRules();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<String> damage = new ArrayList<>();
  private final SummaryCollector extras = new SummaryCollector();
  private final SortedSet<Long> chunksSeen = new TreeSet<>();
  private Optional<McapRecord.Header> header = Optional.empty();
  private Optional<FileEnd> end = Optional.empty();
  private Optional<Tally> loose = Optional.empty();
  private long attachments;
  private long metadata;
  private boolean complete;

  ScannedContents(MappedBytes bytes, McapLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** What the messages of one block come to, while it is looked at. */
  private static final class Tally {
    final Block.Kind kind;
    final long offset;
    final boolean vouchedFor;
    final TimeSpan span = new TimeSpan();
    private long[] byChannel = new long[16];
    long end;

    Tally(Block.Kind kind, long offset, long end, boolean vouchedFor) {
      this.kind = kind;
      this.offset = offset;
      this.end = end;
      this.vouchedFor = vouchedFor;
    }

    void count(int channelId, long logTimeNs) {
      span.include(logTimeNs);
      if (channelId >= byChannel.length) {
        byChannel = Arrays.copyOf(byChannel, Math.max(channelId + 1, 2 * byChannel.length));
      }
      byChannel[channelId]++;
    }

    boolean knows(int channelId) {
      return channelId < byChannel.length && byChannel[channelId] > 0;
    }

    SortedMap<Integer, Long> counts() {
      SortedMap<Integer, Long> counts = new TreeMap<>();
      for (int id = 0; id < byChannel.length; id++) {
        if (byChannel[id] > 0) {
          counts.put(id, byChannel[id]);
        }
      }
      return counts;
    }

    long messages() {
      return Arrays.stream(byChannel).sum();
    }
  }

  McapFile.Contents read() throws IOException {
    int magicBytes = McapFormat.magic().length;
    if (bytes.size() < magicBytes || !McapFile.isMagic(bytes.slice(0, magicBytes))) {
      throw new MalformedMcapException("not an MCAP file");
    }
    end = FileEnd.find(bytes);
    Optional<McapFile.Contents> indexed = index();
    indexed.ifPresent(sound -> rules.learn(sound.summary()));
    walk(magicBytes);
    closeLoose();
    if (indexed.isPresent()) {
      resync(indexed.get());
    }
    keepWhatIsVouchedFor();
    tallies.sort(Comparator.comparingLong(tally -> tally.offset));
    for (Tally tally : tallies) {
      blocks.add(new Block(
          tally.kind,
          tally.offset,
          tally.end - tally.offset,
          tally.span.startNs(),
          tally.span.endNs(),
          new TreeSet<>(tally.counts().keySet())));
    }
    return new McapFile.Contents(
        header.orElse(NO_HEADER), summary(), List.copyOf(blocks), false, List.copyOf(damage));
  }

  private void walk(long from) throws IOException {
    long at = from;
    try {
      while (!complete) {
        at = step(at);
      }
    } catch (MalformedMcapException e) {
      damage.add("at byte " + at + " of " + bytes.size() + ": " + e.getMessage());
      if (end.isEmpty()) {
        cutChunk(at);
      }
    }
  }

  /** Takes one record; returns where the next begins. */
  private long step(long at) throws IOException {
    long length = RecordSlice.lengthAt(bytes, at);
    long room = bytes.size() - at - McapFormat.RECORD_HEADER_BYTES;
    if (length > limits.recordBytesMax() && length <= room && mayBeSkipped(at)) {
      closeLoose();
      damage.add("record at byte " + at + " of " + length + " bytes is above the limit");
      return at + McapFormat.RECORD_HEADER_BYTES + length;
    }
    RecordSlice slice = RecordSlice.at(bytes, at, limits);
    if (slice.opcode() == Opcode.CHUNK) {
      closeLoose();
      chunk(at, slice);
      return slice.end();
    }
    if (slice.opcode() == Opcode.MESSAGE) {
      loose(at, slice);
      return slice.end();
    }
    McapRecord record;
    try {
      record = slice.decode();
    } catch (MalformedMcapException e) {
      if (slice.opcode() != Opcode.ATTACHMENT) {
        throw e;
      }
      damage.add("at byte " + at + ": " + e.getMessage());
      return slice.end();
    }
    rules.check(record);
    if (!(record instanceof McapRecord.Schema || record instanceof McapRecord.Channel)) {
      closeLoose();
    }
    take(at, slice, record);
    return slice.end();
  }

  private boolean mayBeSkipped(long at) throws IOException {
    int opcode = Byte.toUnsignedInt(bytes.slice(at, 1).get());
    return opcode == Opcode.ATTACHMENT || opcode > Opcode.DATA_END;
  }

  private void take(long at, RecordSlice slice, McapRecord record) throws IOException {
    if (record instanceof McapRecord.Header found) {
      header = Optional.of(found);
    } else if (record instanceof McapRecord.Attachment attachment) {
      attachments++;
      extras.add(indexOf(attachment, at, slice.end()));
    } else if (record instanceof McapRecord.Metadata found) {
      metadata++;
      extras.add(new McapRecord.MetadataIndex(at, slice.end() - at, found.name()));
    } else if (record instanceof McapRecord.Footer) {
      complete = true;
      if (end.isEmpty() || end.get().footerOffset() != at) {
        damage.add("the magic bytes at the end are missing, or bytes follow them");
      }
    }
  }

  private static McapRecord.AttachmentIndex indexOf(
      McapRecord.Attachment attachment, long at, long end) {
    return new McapRecord.AttachmentIndex(
        at,
        end - at,
        attachment.logTimeNs(),
        attachment.createTimeNs(),
        attachment.data().remaining(),
        attachment.name(),
        attachment.mediaType());
  }

  private void chunk(long at, RecordSlice slice) {
    chunksSeen.add(at);
    try {
      McapRecord.Chunk chunk = (McapRecord.Chunk) slice.decode();
      rules.check(chunk);
      Tally tally = new Tally(Block.Kind.CHUNK, at, slice.end(), chunk.uncompressedCrc() != 0);
      count(ChunkReader.open(chunk, limits), tally);
      tallies.add(tally);
    } catch (MalformedMcapException e) {
      damage.add("chunk at byte " + at + ": " + e.getMessage());
    }
  }

  private void cutChunk(long at) throws IOException {
    try {
      long content = at + McapFormat.RECORD_HEADER_BYTES;
      if (content >= bytes.size()
          || bytes.slice(at, 1).get() != Opcode.CHUNK
          || bytes.size() - content > limits.recordBytesMax()) {
        return;
      }
      Tally tally = new Tally(Block.Kind.CUT_CHUNK, at, bytes.size(), false);
      count(ChunkReader.openCut(CutChunk.at(bytes, at), limits), tally);
      if (tally.messages() > 0) {
        tallies.add(tally);
      }
    } catch (MalformedMcapException e) {
      damage.add("the chunk that was cut: " + e.getMessage());
    }
  }

  /** Counts the messages of a block; what it defines counts only when all of it can be read. */
  private void count(ChunkReader records, Tally tally) throws MalformedMcapException {
    RecordRules within = rules.copy();
    ChunkReader.Position message = new ChunkReader.Position();
    while (true) {
      if (records.passMessage(message)) {
        if (!tally.knows(message.channelId)) {
          within.checkMessage(message.channelId);
        }
        tally.count(message.channelId, message.logTimeNs);
        continue;
      }
      Optional<McapRecord> record = records.next();
      if (record.isEmpty()) {
        break;
      }
      within.check(record.get());
    }
    rules.takeOver(within);
  }

  private void loose(long at, RecordSlice slice) throws MalformedMcapException {
    McapRecord record = slice.decode();
    rules.check(record);
    Tally open = loose.orElseGet(() -> new Tally(Block.Kind.LOOSE, at, at, false));
    McapRecord.Message message = (McapRecord.Message) record;
    open.count(message.channelId(), message.logTimeNs());
    open.end = slice.end();
    loose = Optional.of(open);
    if (open.end - open.offset > 4 << 20) {
      closeLoose();
    }
  }

  private void closeLoose() {
    loose.ifPresent(tallies::add);
    loose = Optional.empty();
  }

  /** What the summary says, if its checksum vouches for it and it names chunks. */
  private Optional<McapFile.Contents> index() throws IOException {
    if (end.isEmpty() || !end.get().hasSummary() || !end.get().vouchesForSummary(bytes)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IndexedContents(bytes, limits).withoutHeader(NO_HEADER))
          .filter(contents -> !contents.blocks().isEmpty());
    } catch (MalformedMcapException e) {
      return Optional.empty();
    }
  }

  /** Goes on with the chunks that the summary names and the walk did not meet, behind broken framing for instance. */
  private void resync(McapFile.Contents indexed) throws IOException {
    SortedSet<Long> named = new TreeSet<>();
    indexed.blocks().forEach(block -> named.add(block.offset()));
    tallies.removeIf(tally -> tally.kind == Block.Kind.CHUNK && !named.contains(tally.offset));
    rules.goBackToData();
    for (Block block : indexed.blocks()) {
      if (!chunksSeen.contains(block.offset())) {
        long content = block.offset() + McapFormat.RECORD_HEADER_BYTES;
        int length = (int) (block.length() - McapFormat.RECORD_HEADER_BYTES);
        chunk(
            block.offset(),
            new RecordSlice(Opcode.CHUNK, bytes.slice(content, length), content + length));
      }
    }
  }

  /** Drops what only the data section's checksum could vouch for, when it does not. */
  private void keepWhatIsVouchedFor() throws IOException {
    if (end.isEmpty() || tallies.stream().allMatch(tally -> tally.vouchedFor)) {
      return;
    }
    String problem = dataProblem();
    if (!problem.isEmpty()) {
      long lost = tallies.stream()
          .filter(tally -> !tally.vouchedFor)
          .mapToLong(Tally::messages)
          .sum();
      tallies.removeIf(tally -> !tally.vouchedFor);
      damage.add(problem + "; " + lost + " messages without a checksum of their own are left out");
    }
  }

  private String dataProblem() throws IOException {
    long at = end.orElseThrow().dataEndOffset();
    if (at < 0
        || at > bytes.size() - McapFormat.DATA_END_BYTES
        || bytes.slice(at, 1).get() != Opcode.DATA_END) {
      return "the end of the data section is not where it should be";
    }
    long stored = Integer.toUnsignedLong(
        bytes.slice(at + McapFormat.RECORD_HEADER_BYTES, Integer.BYTES).getInt());
    return stored == 0 || stored == FileEnd.crc(bytes, 0, at)
        ? ""
        : "checksum of the data section does not match";
  }

  private McapSummary summary() {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    TimeSpan span = new TimeSpan();
    for (Tally tally : tallies) {
      tally.counts().forEach((id, count) -> counts.merge(id, count, Long::sum));
      if (!tally.span.isEmpty()) {
        span.include(tally.span.startNs());
        span.include(tally.span.endNs());
      }
    }
    rules.schemas().forEach(extras::add);
    rules.channels().forEach(extras::add);
    long messages = counts.values().stream().mapToLong(Long::longValue).sum();
    extras.add(new McapRecord.Statistics(
        messages,
        rules.schemas().size(),
        rules.channels().size(),
        attachments,
        metadata,
        tallies.stream().filter(tally -> tally.kind != Block.Kind.LOOSE).count(),
        span.startNs(),
        span.endNs(),
        counts));
    return extras.summary();
  }
}
