package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;

/**
 * How large a ring is: room for {@code depth + 2} of the largest message seen, in powers of two between {@link #BYTES_MIN}
 * and {@link #BYTES_MAX}. A writer whose message is larger moves to a new segment; nobody has to plan sizes.
 */
final class RingSize {
  static final int BYTES_MIN = 16 << 10;
  static final int BYTES_MAX = 256 << 20;
  private static final int SPARE_MESSAGES = 2;

  /** Readers stay away from this part of the ring, into which the writer may be moving: one eighth. */
  private static final int STEP_SHIFT = 3;

  private RingSize() {}

  static int recordBytesMax() {
    return RecordLayout.HEADER_BYTES + WireHeader.ORIGIN_BYTES_MAX + WireWriter.PAYLOAD_BYTES_MAX;
  }

  /** By how much a writer raises its intent at a time. */
  static int stepBytes(int ringBytes) {
    return ringBytes >> STEP_SHIFT;
  }

  /** The longest record that a ring of that size is meant for; a longer one makes the writer move. */
  static int recordBytesMax(int ringBytes, int depth) {
    if (ringBytes >= BYTES_MAX) {
      return recordBytesMax();
    }
    return (ringBytes - stepBytes(ringBytes) - RecordLayout.ALIGNMENT) / (depth + SPARE_MESSAGES);
  }

  /** The ring that a record of that length needs. */
  static int ringBytes(int recordBytes, int depth, int ringBytesNow) {
    int bytes = ringBytesNow;
    while (bytes < BYTES_MAX && recordBytesMax(bytes, depth) < recordBytes) {
      bytes *= 2;
    }
    return bytes;
  }

  /** Entries of the index: enough to find the newest {@code depth} messages and one more. */
  static int indexEntries(int depth) {
    int wanted = Math.min(depth + 1, EndLayout.INDEX_ENTRIES_MAX);
    return Math.max(8, Integer.highestOneBit(2 * wanted - 1));
  }
}
