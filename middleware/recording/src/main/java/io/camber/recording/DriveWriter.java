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
 *
 * <p>A system may forget what it could not sync and let the next sync of the same file succeed (Rebello et al. 2020, "Can
 * Applications Recover from fsync Failures?"). So after a failed sync the recording goes on in another file, the old one stays
 * a part, and no message after the last good sync is ever called synced.
 */
final class DriveWriter {
  /** Name of the metadata that tells of dropped messages. */
  static final String GAP = "camber.recorder.gap";

  private static final long NONE = Long.MIN_VALUE;

  /** A day: twice that and a time still fit into a long. */
  private static final long SYNC_SPAN_NS_MAX = 86_400_000_000_000L;

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
  private long syncSpanNs;
  private boolean hasLostSync;
  private boolean isOpenSuspect;
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
    this.listener = new GuardedListener(listener);
    this.syncSpanNs = config.syncSpanNs();
    this.open = DriveFile.create(file, config, disk);
  }

  /** Messages that the operating system has: they survive the process. */
  long acknowledged() {
    return acknowledged;
  }

  /** Messages that the disk has: they survive a power cut. Grows no more after a sync that failed. */
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
    syncDueNs = syncDueNs == NONE ? newestNs + syncSpanNs : syncDueNs;
    if (newestNs < syncDueNs) {
      return;
    }
    try {
      open.sync();
      countSynced();
    } catch (IOException e) {
      loseSync();
      isOpenSuspect = true;
      stall = e;
      listener.stalled(e);
      retry();
    }
    syncDueNs = newestNs + syncSpanNs;
  }

  private void countSynced() {
    if (config.syncs() && !hasLostSync) {
      synced = acknowledged;
    }
  }

  /** From here on syncs become rarer with each that fails, so that a sick disk does not cut the drive into countless files. */
  private void loseSync() {
    hasLostSync = true;
    syncSpanNs = 2 * Math.min(syncSpanNs, SYNC_SPAN_NS_MAX) + 1;
  }

  private void write(Batch.Step step, byte[] payloads) {
    try {
      writeOrDrop(step, payloads);
    } catch (RuntimeException | Error e) {
      breakDown(e);
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
    int pendingBefore = open.writer().pendingMessages();
    try {
      written += step.kind() == Batch.Kind.MESSAGE ? 1 : 0;
      step.write(open.writer(), payloads);
    } catch (IOException e) {
      countIfLost(step, pendingBefore);
      stall(e);
    } catch (RuntimeException | Error e) {
      countIfLost(step, pendingBefore);
      throw e;
    }
  }

  /** A message that could not be written waits in the open chunk, or it is lost. */
  private void countIfLost(Batch.Step step, int pendingBefore) {
    if (step.kind() == Batch.Kind.MESSAGE && open.writer().pendingMessages() <= pendingBefore) {
      written--;
      drop(step);
    }
  }

  /**
   * The open chunk may hold half a message: nothing of it counts, and nothing is written any more, whatever comes is dropped.
   * When memory has run out it takes none itself, unless the listener does.
   */
  void breakDown(Throwable cause) {
    if (!broken) {
      broken = true;
      IOException told = cause instanceof OutOfMemoryError
          ? outOfMemory
          : new IOException("writing failed: " + cause.getMessage(), cause);
      stall = told;
      listener.stalled(told);
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
    IOException cause = stall;
    if (broken || cause == null) {
      return;
    }
    try {
      if (isOpenSuspect) {
        leaveSuspect(cause);
      }
      open.writer().flush();
      open.writer()
          .write(new McapRecord.Metadata(GAP, Map.of("messages", Long.toString(droppedInGap))));
      stall = null;
      acknowledge();
      listener.resumed(droppedInGap);
      droppedInGap = 0;
    } catch (IOException e) {
      rewindAfterRetry();
    }
  }

  /** A file that will be left needs no end of its own yet. */
  private void rewindAfterRetry() {
    if (isOpenSuspect) {
      return;
    }
    try {
      open.rewind();
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Goes on in another file when the one so far is large or long enough and another message comes. */
  private void splitIfDue(long timeNs) throws IOException {
    boolean isLarge = open.writer().position() > config.split().bytesMax();
    boolean isLong = firstNs != NONE && timeNs - firstNs >= config.split().spanNsMax();
    firstNs = firstNs == NONE ? timeNs : firstNs;
    if (isLarge || isLong) {
      finish(goOnInNextFile()).ifPresent(this::tellOfUnfinished);
      firstNs = timeNs;
    }
  }

  /** Opens the next file; returns the one so far. */
  private DriveFile goOnInNextFile() throws IOException {
    DriveFile last = open;
    open = DriveFile.create(name(number + 1), config, disk);
    number++;
    firstNs = NONE;
    for (Batch.Step step : announced) {
      step.write(open.writer(), new byte[0]);
    }
    return last;
  }

  private void tellOfUnfinished(IOException cause) {
    loseSync();
    listener.stalled(cause);
  }

  /** Leaves a file that the disk may not have as a part, with the chunk that was under way if the system still takes it. */
  private void leaveSuspect(IOException cause) throws IOException {
    DriveFile suspect = goOnInNextFile();
    isOpenSuspect = false;
    try {
      suspect.writer().flush();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    giveUp(suspect, cause);
  }

  /** Completes a file; one that cannot be completed stays a part, without the chunk that was under way. */
  private Optional<IOException> finish(DriveFile file) {
    try {
      file.writer().flush();
      file.complete();
    } catch (IOException e) {
      giveUp(file, e);
      return Optional.of(e);
    }
    listener.completed(file.file());
    return Optional.empty();
  }

  private void giveUp(DriveFile file, IOException cause) {
    int lost = file.writer().pendingMessages();
    dropped.addAndGet(lost);
    written -= lost;
    file.abandon(cause);
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
    IOException stalled = stall;
    if (stalled != null) {
      acknowledge();
      giveUp(open, stalled);
      throw stalled;
    }
    Optional<IOException> unfinished = finish(open);
    acknowledged = written;
    if (unfinished.isPresent()) {
      stall = unfinished.get();
      throw unfinished.get();
    }
    countSynced();
  }
}
