package io.camber.recording;

import io.camber.recording.mcap.Compression;
import io.camber.recording.mcap.McapConfig;

/**
 * How a drive is written. Memory in flight is bounded by {@code batchCount * (batchBytes + largest message)} plus one chunk.
 *
 * @param container of the file
 * @param batchBytes how many payload bytes travel to the writer thread in one piece
 * @param batchCount how many such pieces exist; when all are in flight the caller waits
 */
public record RecorderConfig(McapConfig container, int batchBytes, int batchCount) {
  /** Indexed file without compression: noisy sensor data hardly shrinks and the run needs the processor. */
  public static final RecorderConfig DEFAULT = of(Compression.NONE);

  public RecorderConfig {
    if (batchBytes < 1 || batchCount < 2) {
      throw new IllegalArgumentException("batchBytes=" + batchBytes
          + " is less than 1 or batchCount=" + batchCount + " is less than 2");
    }
  }

  public static RecorderConfig of(Compression compression) {
    return new RecorderConfig(McapConfig.indexed(compression), 1 << 20, 8);
  }
}
