package io.camber.bus.transport;

import java.util.Arrays;

/**
 * What travels beside a payload: numbers, times and the encoded origins (see {@link OriginBytes}). Mutable and reused, so
 * that neither end allocates; owned by one thread. A handler that wants to keep anything copies it.
 */
public final class WireHeader {
  /** Bound of the encoded origins, well above what a stack with dozens of sensors needs. */
  public static final int ORIGIN_BYTES_MAX = 4096;

  private long sequence;
  private long publishTimeNs;
  private long measurementTimeNs;
  private byte[] originBytes = new byte[64];
  private int originLength;

  public WireHeader set(long sequence, long publishTimeNs, long measurementTimeNs) {
    this.sequence = sequence;
    this.publishTimeNs = publishTimeNs;
    this.measurementTimeNs = measurementTimeNs;
    this.originLength = 0;
    return this;
  }

  /** Makes room for {@code length} bytes of origins and returns the array whose first bytes they are. */
  public byte[] resizeOrigins(int length) {
    if (length < 0 || length > ORIGIN_BYTES_MAX) {
      throw new IllegalArgumentException(
          "length=" + length + " of origins is outside [0, " + ORIGIN_BYTES_MAX + "]");
    }
    if (length > originBytes.length) {
      originBytes = Arrays.copyOf(originBytes, Math.max(length, 2 * originBytes.length));
    }
    originLength = length;
    return originBytes;
  }

  /** Counts up from 0 per publisher and topic. */
  public long sequence() {
    return sequence;
  }

  public long publishTimeNs() {
    return publishTimeNs;
  }

  public long measurementTimeNs() {
    return measurementTimeNs;
  }

  /** Backing array, valid from 0 to {@link #originLength()}; not to be kept. */
  public byte[] originBytes() {
    return originBytes;
  }

  public int originLength() {
    return originLength;
  }
}
