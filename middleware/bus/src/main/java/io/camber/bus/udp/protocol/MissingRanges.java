package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;

/** Ranges for one NAK datagram, at most as many as fit. */
final class MissingRanges {
  static final int RANGE_BYTES = 16;
  static final int MAX = (Frames.CONTROL_BYTES_MAX - Frames.HEADER_BYTES - 32) / RANGE_BYTES;

  private final long[] sequence = new long[MAX];
  private final int[] from = new int[MAX];
  private final int[] to = new int[MAX];
  private int count;

  void clear() {
    count = 0;
  }

  void add(long messageSequence, int fromByte, int toByte) {
    if (count < MAX) {
      sequence[count] = messageSequence;
      from[count] = fromByte;
      to[count] = toByte;
      count++;
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count == MAX;
  }

  void write(ByteBuffer target) {
    for (int i = 0; i < count; i++) {
      target.putLong(sequence[i]).putInt(from[i]).putInt(to[i]);
    }
  }
}
