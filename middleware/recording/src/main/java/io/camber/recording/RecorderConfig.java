package io.camber.recording;

import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;

/**
 * How a drive is written. Memory in flight is bounded by {@code batchCount * (batchBytes + largest message)} plus one chunk.
 *
 * @param container of the file
 * @param batchBytes how many payload bytes travel to the writer thread in one piece
 * @param batchCount how many such pieces exist
 * @param whenBehind what happens when all of them are in flight because the disk is slow
 * @param split when the recording goes on in another file
 * @param syncSpanNs after how much log time the disk must have what was written, {@link #NEVER_SYNC}: when the system likes
 */
public record RecorderConfig(
    McapConfig container,
    int batchBytes,
    int batchCount,
    WhenBehind whenBehind,
    Split split,
    long syncSpanNs) {

  /** A power cut may cost whatever the system has not yet written. */
  public static final long NEVER_SYNC = Long.MAX_VALUE;

  /** What the caller gets to feel of a slow disk. */
  public enum WhenBehind {
    /** The caller waits: for simulations, which lose nothing by it. */
    WAIT,
    /** The message is dropped and counted: for loops on the wall clock, which must not wait. */
    DROP
  }

  /**
   * A file is complete, and the next begun, with the first message that comes when it is larger than {@code bytesMax} or as
   * far from its first message as {@code spanNsMax}.
   */
  public record Split(long bytesMax, long spanNsMax) {
    /** One file, whatever its size. */
    public static final Split NEVER = new Split(Long.MAX_VALUE, Long.MAX_VALUE);

    public Split {
      if (bytesMax < 1 || spanNsMax < 1) {
        throw new IllegalArgumentException(
            "bytesMax=" + bytesMax + " or spanNsMax=" + spanNsMax + " is less than 1");
      }
    }
  }

  /**
   * A killed process loses at most twice this much log time, a batch and a chunk that were under way, as long as the disk keeps
   * up; else what is queued, at most {@code batchCount} batches, as well.
   */
  private static final long CHUNK_SPAN_NS = 500_000_000L;

  /**
   * A power cut costs at most three times this much log time, a batch, a chunk, and what was written after the last sync, as
   * long as the disk keeps up; else what is queued, at most {@code batchCount} batches, as well.
   */
  private static final long REAL_TIME_SPAN_NS = 300_000_000L;

  /** Indexed file without compression: noisy sensor data hardly shrinks and the run needs the processor. */
  public static final RecorderConfig DEFAULT = of(Compression.NONE);

  public RecorderConfig {
    if (batchBytes < 1 || batchCount < 2) {
      throw new IllegalArgumentException("batchBytes=" + batchBytes
          + " is less than 1 or batchCount=" + batchCount + " is less than 2");
    }
    if (syncSpanNs < 0) {
      throw new IllegalArgumentException("syncSpanNs=" + syncSpanNs + " is negative");
    }
  }

  public static RecorderConfig of(Compression compression) {
    return new RecorderConfig(
        McapConfig.indexed(compression).withChunkSpanNs(CHUNK_SPAN_NS),
        1 << 20,
        8,
        WhenBehind.WAIT,
        Split.NEVER,
        NEVER_SYNC);
  }

  /**
   * For loops on the wall clock: what the disk does not take in time is dropped and counted, after 64 MB in flight; a power cut
   * costs less than a second while the disk keeps up, and at most those 64 MB more while it does not.
   */
  public RecorderConfig dropping() {
    return new RecorderConfig(
        container.withChunkSpanNs(REAL_TIME_SPAN_NS),
        batchBytes,
        64,
        WhenBehind.DROP,
        split,
        REAL_TIME_SPAN_NS);
  }

  public RecorderConfig withContainer(McapConfig other) {
    return new RecorderConfig(other, batchBytes, batchCount, whenBehind, split, syncSpanNs);
  }

  public RecorderConfig withSplit(Split other) {
    return new RecorderConfig(container, batchBytes, batchCount, whenBehind, other, syncSpanNs);
  }

  public RecorderConfig withSyncSpanNs(long spanNs) {
    return new RecorderConfig(container, batchBytes, batchCount, whenBehind, split, spanNs);
  }

  /** Whether power cuts are cared for. */
  boolean syncs() {
    return syncSpanNs != NEVER_SYNC;
  }
}
