package io.camber.recording.mcap;

/**
 * What a reader is willing to hold in memory for files that claim more.
 *
 * @param recordBytesMax largest record
 * @param chunkBytesMax largest unpacked chunk
 */
public record McapLimits(int recordBytesMax, int chunkBytesMax) {
  public static final McapLimits DEFAULT = new McapLimits(1 << 30, 1 << 29);

  public McapLimits {
    if (recordBytesMax < 1 || chunkBytesMax < 1) {
      throw new IllegalArgumentException(
          "recordBytesMax=" + recordBytesMax + ", chunkBytesMax=" + chunkBytesMax);
    }
  }
}
