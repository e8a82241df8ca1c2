package io.camber.bus.shm;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Payloads that tell whether they are whole: number, then a pattern, then the CRC over both. */
final class Numbered {
  static final int LENGTH_MIN = Long.BYTES + Integer.BYTES;

  private Numbered() {}

  /** Fills position to limit. */
  static void fill(ByteBuffer target, long number) {
    int start = target.position();
    int end = target.limit() - Integer.BYTES;
    target.putLong(start, number);
    for (int i = start + Long.BYTES; i < end; i++) {
      target.put(i, (byte) (number * 31 + i - start));
    }
    target.putInt(end, crc(target, start, end));
  }

  static boolean isWhole(ByteBuffer payload) {
    int start = payload.position();
    int end = payload.limit() - Integer.BYTES;
    return payload.remaining() >= LENGTH_MIN && payload.getInt(end) == crc(payload, start, end);
  }

  private static int crc(ByteBuffer payload, int start, int end) {
    CRC32 crc = new CRC32();
    crc.update(payload.duplicate().limit(end).position(start));
    return (int) crc.getValue();
  }
}
