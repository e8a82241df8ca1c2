package io.camber.recording;

import io.camber.mcap.McapRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches to the files of a recording and copes with disks that are full: what is in the open chunk is kept and tried
 * again, what comes meanwhile is dropped and counted, and the gap is noted in the file. Its thread alone calls it; the
 * counters may be read by any.
 */
final class DriveWriter {
  /** Name of the metadata that tells of dropped messages. */
  static final String GAP = "camber.recorder.gap";

  private static final long NONE = Long.MIN_VALUE;

  private final Path file;
  private final RecorderConfig config;
  private final DiskFile.Factory disk;
  private final RecorderListener listener;
  private final List<Batch.Step> announced = new ArrayList<>();
  private final IOException outOfMemory = new IOException("out of memory");
  private DriveFile open;
  private int number;
  private boolean broken;
  private long droppedInGap;
  private long firstNs = NONE;
  private long newestNs = NONE;
  private long syncDueNs = NONE;
  private final AtomicLong dropped = new AtomicLong();
  private long written;
  private volatile long acknowledged;
  private volatile long synced;
  private volatile @Nullable IOException stall;

  DriveWriter(Path file, RecorderConfig config, DiskFile.Factory disk, RecorderListener listener)
      throws IOException {
    this.file = file;
    this.config = config;
    this.disk = disk;
    this.listener = listener;
    this.open = DriveFile.create(file, config, disk);
  }

  /** Messages that the operating system has: they survive the process. */
  long acknowledged() {
    return acknowledged;
  }

  /** Messages that the disk has: they survive a power cut. */
  long synced() {
    return synced;
  }

  /** Messages lost because the disk was full. */
  long dropped() {
    return dropped.get();
  }

  /** Why messages are being dropped right now, if they are. */
  Optional<IOException> stall() {
    return Optional.ofNullable(stall);
  }

  void write(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      write(batch.step(i), batch.payloads());
    }
    acknowledge();
    syncIfDue();
  }

  private void syncIfDue() {
    if (!config.syncs() || stall != null || newestNs == NONE) {
      return;
    }
    syncDueNs = syncDueNs == NONE ? newestNs + config.syncSpanNs() : syncDueNs;
    if (newestNs < syncDueNs) {
      return;
    }
    syncDueNs = newestNs + config.syncSpanNs();
    try {
      open.sync();
      synced = acknowledged;
    } catch (IOException e) {
      stall(e);
    }
  }

  private void write(Batch.Step step, byte[] payloads) {
    try {
      writeOrDrop(step, payloads);
    } catch (RuntimeException e) {
      breakDown(new IOException("writing failed: " + e.getMessage(), e));
    } catch (OutOfMemoryError e) {
      runOutOfMemory();
    }
  }

  private void writeOrDrop(Batch.Step step, byte[] payloads) {
    if (step.kind() == Batch.Kind.ANNOUNCEMENT) {
      announced.add(step);
    } else if (stall != null) {
      drop(step);
      return;
    }
    try {
      if (step.kind() == Batch.Kind.MESSAGE) {
        splitIfDue(step.timeNs());
        newestNs = step.timeNs();
      }
    } catch (IOException e) {
      stall(e);
      drop(step);
      return;
    }
    try {
      written += step.kind() == Batch.Kind.MESSAGE ? 1 : 0;
      step.write(open.writer(), payloads);
    } catch (IOException e) {
      stall(e);
    }
  }

  /** Nothing is written any more: whatever comes is dropped. Takes no memory itself. */
  void runOutOfMemory() {
    breakDown(outOfMemory);
  }

  /** The open chunk may hold half a message: nothing of it counts, and nothing is written any more. */
  private void breakDown(IOException cause) {
    if (!broken) {
      broken = true;
      stall = cause;
      listener.stalled(cause);
    }
  }

  private void drop(Batch.Step step) {
    if (step.kind() == Batch.Kind.MESSAGE) {
      dropped.incrementAndGet();
      droppedInGap++;
    }
  }

  private void acknowledge() {
    if (broken) {
      return;
    }
    acknowledged = written - open.writer().pendingMessages();
  }

  private void stall(IOException cause) {
    stall = cause;
    acknowledge();
    try {
      open.rewind();
    } catch (IOException e) {
      broken = true;
      cause.addSuppressed(e);
    }
    listener.stalled(cause);
  }

  /** Tries whether the disk takes the chunk that failed. */
  void retry() {
    if (broken || stall == null) {
      return;
    }
    try {
      open.writer().flush();
      open.writer()
          .write(new McapRecord.Metadata(GAP, Map.of("messages", Long.toString(droppedInGap))));
      stall = null;
      acknowledge();
      listener.resumed(droppedInGap);
      droppedInGap = 0;
    } catch (IOException e) {
      try {
        open.rewind();
      } catch (IOException again) {
        broken = true;
      }
    }
  }

  /** Goes on in another file when the one so far is large or long enough and another message comes. */
  private void splitIfDue(long timeNs) throws IOException {
    boolean isLarge = open.writer().position() > config.split().bytesMax();
    boolean isLong = firstNs != NONE && timeNs - firstNs >= config.split().spanNsMax();
    firstNs = firstNs == NONE ? timeNs : firstNs;
    if (isLarge || isLong) {
      DriveFile next = DriveFile.create(name(number + 1), config, disk);
      finish(open);
      number++;
      open = next;
      firstNs = timeNs;
      for (Batch.Step step : announced) {
        step.write(open.writer(), new byte[0]);
      }
    }
  }

  /** Completes a file; one that cannot be completed stays a part, without the chunk that was under way. */
  private void finish(DriveFile file) throws IOException {
    try {
      file.writer().flush();
    } catch (IOException e) {
      dropped.addAndGet(file.writer().pendingMessages());
      written -= file.writer().pendingMessages();
      file.rewind();
      file.abandon();
      listener.stalled(e);
      return;
    }
    file.complete();
    listener.completed(file.file());
  }

  private Path name(int of) {
    if (of == 0) {
      return file;
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return file.resolveSibling(stem + "-" + of + (dot < 0 ? "" : name.substring(dot)));
  }

  /** Completes the last file. When the disk is still full the file stays a part, readable to its last whole record. */
  void complete() throws IOException {
    retry();
    IOException unfinished = stall;
    if (unfinished != null) {
      dropped.addAndGet(open.writer().pendingMessages());
      open.abandon();
      throw unfinished;
    }
    try {
      open.complete();
      acknowledged = written;
      synced = config.syncs() ? written : synced;
      listener.completed(open.file());
    } catch (IOException e) {
      stall = e;
      throw e;
    }
  }
}
