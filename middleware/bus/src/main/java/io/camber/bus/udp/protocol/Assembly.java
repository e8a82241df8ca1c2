package io.camber.bus.udp.protocol;

import java.util.Arrays;

/** A message being put together from fragments. Reused. */
final class Assembly {
  private final BufferPool pool;
  private long[] present = new long[1];
  private long sequence = -1;
  private int fragmentBytes;
  private int fragments;
  private int arrived;
  private int end;
  private @org.jspecify.annotations.Nullable MessageBuffer message;

  Assembly(BufferPool pool) {
    this.pool = pool;
  }

  void start(long newSequence, int messageBytes, int newFragmentBytes) {
    sequence = newSequence;
    fragmentBytes = newFragmentBytes;
    fragments = (messageBytes + newFragmentBytes - 1) / newFragmentBytes;
    arrived = 0;
    end = 0;
    message = pool.take(messageBytes);
    int words = (fragments + Long.SIZE - 1) / Long.SIZE;
    if (present.length < words) {
      present = new long[words];
    } else {
      Arrays.fill(present, 0, words, 0);
    }
  }

  long sequence() {
    return sequence;
  }

  MessageBuffer message() {
    MessageBuffer held = message;
    if (held == null) {
      throw new IllegalStateException("no message is being put together");
    }
    return held;
  }

  /** Whether a fragment with these numbers belongs to the message. */
  boolean fits(int messageBytes, int otherFragmentBytes) {
    return message().length() == messageBytes && fragmentBytes == otherFragmentBytes;
  }

  /** Copies a fragment in, unless it was received in its place; false when it was there already. */
  boolean add(Fragment fragment) {
    if (!mark(fragment.offset)) {
      return false;
    }
    MessageBuffer target = message();
    if (fragment.landedIn != target) {
      target.bytes.put(fragment.offset, fragment.source, fragment.at, fragment.length);
    }
    return true;
  }

  /** Whether the fragment that begins here is still missing. */
  boolean isMissing(int offset) {
    int index = offset / fragmentBytes;
    return (present[index / Long.SIZE] & 1L << index) == 0;
  }

  private boolean mark(int offset) {
    int index = offset / fragmentBytes;
    long bit = 1L << index;
    if ((present[index / Long.SIZE] & bit) != 0) {
      return false;
    }
    present[index / Long.SIZE] |= bit;
    arrived++;
    end = Math.max(end, index + 1);
    return true;
  }

  boolean isComplete() {
    return arrived == fragments;
  }

  /** Whether a fragment is missing before one that arrived. */
  boolean hasHole() {
    return arrived < end;
  }

  /** Bytes up to the furthest that arrived. */
  int endBytes() {
    return Math.min(message().length(), end * fragmentBytes);
  }

  /** Adds the missing ranges to the list, up to the furthest that arrived or to the end of the message. */
  void findMissing(MissingRanges ranges, boolean tailToo) {
    int last = tailToo ? fragments : end;
    int from = -1;
    for (int i = 0; i <= last; i++) {
      boolean missing = i < last && (present[i / Long.SIZE] & 1L << i) == 0;
      if (missing && from < 0) {
        from = i;
      } else if (!missing && from >= 0) {
        ranges.add(sequence, from * fragmentBytes, Math.min(message().length(), i * fragmentBytes));
        from = -1;
      }
    }
  }

  /** Gives the message away. */
  MessageBuffer finish() {
    MessageBuffer done = message();
    message = null;
    sequence = -1;
    return done;
  }

  void abandon() {
    if (message != null) {
      finish().release();
    }
  }
}
