package io.camber.mcap;

import java.util.Optional;

/** How the records of a chunk are packed. */
public enum Compression {
  NONE(""),
  LZ4("lz4"),
  ZSTD("zstd");

  private final String wireName;

  Compression(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the format spells it. */
  public String wireName() {
    return wireName;
  }

  static Optional<Compression> find(String wireName) {
    for (Compression compression : values()) {
      if (compression.wireName.equals(wireName)) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }
}
