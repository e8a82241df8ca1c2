package io.camber.bus.shm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a reader counts over all of its publishers, and the buffer into which it copies small messages. */
final class ReaderTally {
  private static final int SCRATCH_BYTES = 4096;

  long messages;
  long bytes;
  long lost;
  long largest;
  long lastTimeNs;
  private ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH_BYTES);
  private ByteBuffer readOnly = readOnly(scratch);

  private static ByteBuffer readOnly(ByteBuffer buffer) {
    return buffer.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  void count(int length, long timeNs) {
    messages++;
    bytes += length;
    largest = Math.max(largest, length);
    lastTimeNs = timeNs;
  }

  /** Room for a copy; grows with the largest message. */
  ByteBuffer scratch(int length) {
    if (scratch.capacity() < length) {
      scratch = ByteBuffer.allocateDirect(Integer.highestOneBit(length - 1) << 1);
      readOnly = readOnly(scratch);
    }
    return scratch;
  }

  ByteBuffer readOnlyScratch() {
    return readOnly;
  }
}
