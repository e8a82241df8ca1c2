package io.camber.bus.udp.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Message memory in classes of powers of two, reused so that steady traffic allocates nothing. Safe for any thread. */
final class BufferPool {
  private static final int SMALLEST_BITS = 9;
  private static final int CLASSES = 17;
  private static final long KEPT_BYTES_MAX = 128L << 20;

  private final List<ArrayDeque<MessageBuffer>> free = new ArrayList<>(CLASSES);
  private long keptBytes;

  BufferPool() {
    for (int i = 0; i < CLASSES; i++) {
      free.add(new ArrayDeque<>());
    }
  }

  /** Memory for a message of {@code length} bytes, held once. */
  MessageBuffer take(int length) {
    int sizeClass =
        Math.max(0, Integer.SIZE - SMALLEST_BITS - Integer.numberOfLeadingZeros(length - 1));
    MessageBuffer buffer;
    synchronized (this) {
      buffer = free.get(sizeClass).pollLast();
      if (buffer != null) {
        keptBytes -= buffer.bytes.capacity();
      }
    }
    if (buffer == null) {
      buffer = new MessageBuffer(this, sizeClass, 1 << (sizeClass + SMALLEST_BITS));
    }
    buffer.start(length);
    return buffer;
  }

  synchronized void give(MessageBuffer buffer) {
    if (keptBytes + buffer.bytes.capacity() <= KEPT_BYTES_MAX) {
      keptBytes += buffer.bytes.capacity();
      free.get(buffer.sizeClass).addLast(buffer);
    }
  }
}
