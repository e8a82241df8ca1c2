package io.camber.recording.mcap;

/**
 * What a writer writes. The parts can be left out one by one, as the format allows.
 *
 * @param profile of the container; empty because Camber follows no registered profile
 * @param library constant, so that equal drives are equal bytes
 * @param chunkBytes a chunk is closed once its unpacked records exceed this
 */
public record McapConfig(
    String profile,
    String library,
    Compression compression,
    int chunkBytes,
    boolean chunks,
    boolean messageIndexes,
    boolean chunkIndexes,
    boolean statistics,
    boolean repeatedSchemas,
    boolean repeatedChannels,
    boolean attachmentIndexes,
    boolean metadataIndexes,
    boolean summaryOffsets) {
  public McapConfig {
    if (chunkBytes < 1) {
      throw new IllegalArgumentException("chunkBytes=" + chunkBytes + " is less than 1");
    }
  }

  /** Everything that makes a file quick to open: chunks of 4 MiB, all indexes, a full summary. */
  public static McapConfig indexed(Compression compression) {
    return new McapConfig(
        "", "camber", compression, 4 << 20, true, true, true, true, true, true, true, true, true);
  }

  public McapConfig withChunkBytes(int bytes) {
    return new McapConfig(
        profile,
        library,
        compression,
        bytes,
        chunks,
        messageIndexes,
        chunkIndexes,
        statistics,
        repeatedSchemas,
        repeatedChannels,
        attachmentIndexes,
        metadataIndexes,
        summaryOffsets);
  }
}
