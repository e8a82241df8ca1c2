package io.camber.mcap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a writer writes.
 *
 * @param profile of the container; empty when it follows no registered profile
 * @param library constant, so that equal drives are equal bytes
 * @param chunkBytes a chunk is closed once its unpacked records exceed this
 * @param chunkSpanNs a chunk is closed once its messages span more log time than this
 */
public record McapConfig(
    String profile,
    String library,
    Compression compression,
    int chunkBytes,
    long chunkSpanNs,
    Set<McapPart> parts) {
  public McapConfig {
    if (chunkBytes < 1 || chunkSpanNs < 0) {
      throw new IllegalArgumentException(
          "chunkBytes=" + chunkBytes + " is less than 1 or chunkSpanNs=" + chunkSpanNs + " than 0");
    }
    EnumSet<McapPart> copy = EnumSet.noneOf(McapPart.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
  }

  /** Everything that makes a file quick to open: chunks of 4 MiB, all indexes, a full summary. */
  public static McapConfig indexed(Compression compression) {
    EnumSet<McapPart> parts = EnumSet.allOf(McapPart.class);
    parts.remove(McapPart.PADDING);
    return new McapConfig("", "camber", compression, 4 << 20, Long.MAX_VALUE, parts);
  }

  public McapConfig withChunkBytes(int bytes) {
    return new McapConfig(profile, library, compression, bytes, chunkSpanNs, parts);
  }

  public McapConfig withChunkSpanNs(long spanNs) {
    return new McapConfig(profile, library, compression, chunkBytes, spanNs, parts);
  }

  public McapConfig withParts(Set<McapPart> wanted) {
    return new McapConfig(profile, library, compression, chunkBytes, chunkSpanNs, wanted);
  }

  public McapConfig withHeader(String otherProfile, String otherLibrary) {
    return new McapConfig(otherProfile, otherLibrary, compression, chunkBytes, chunkSpanNs, parts);
  }

  boolean has(McapPart part) {
    return parts.contains(part);
  }
}
