package io.camber.mcap;

/**
 * What a reader is willing to hold in memory for files that claim more. Checked before anything is allocated.
 *
 * @param recordBytesMax largest record
 * @param chunkBytesMax largest unpacked chunk
 * @param ratioMax how many times its packed size a chunk may unpack to, once it unpacks to more than {@code ratioFreeBytes}
 * @param ratioFreeBytes chunks up to this size may be packed as tightly as they like: a black image is no attack
 */
public record McapLimits(int recordBytesMax, int chunkBytesMax, int ratioMax, int ratioFreeBytes) {
  public static final McapLimits DEFAULT = new McapLimits(1 << 30, 1 << 29, 200, 1 << 26);

  public McapLimits {
    if (recordBytesMax < 1 || chunkBytesMax < 1 || ratioMax < 1 || ratioFreeBytes < 0) {
      throw new IllegalArgumentException("recordBytesMax=" + recordBytesMax + ", chunkBytesMax="
          + chunkBytesMax + ", ratioMax=" + ratioMax + ", ratioFreeBytes=" + ratioFreeBytes);
    }
  }

  /** Refuses a chunk by what it declares. */
  void check(McapRecord.Chunk chunk) throws MalformedMcapException {
    long size = chunk.uncompressedSize();
    if (size < 0 || size > chunkBytesMax) {
      throw new MalformedMcapException("chunk declares " + Long.toUnsignedString(size)
          + " bytes; the limit is " + chunkBytesMax);
    }
    long packed = chunk.records().remaining();
    if (size > ratioFreeBytes && size / ratioMax > packed) {
      throw new MalformedMcapException("chunk of " + packed + " bytes declares to unpack to " + size
          + "; more than " + ratioMax + " times its size is refused");
    }
  }
}
