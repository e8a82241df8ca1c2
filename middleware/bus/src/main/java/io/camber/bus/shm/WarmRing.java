package io.camber.bus.shm;

import io.camber.bus.shm.file.RecordLayout;

/**
 * Where the next record goes in its ring. A record does not wrap, so what is left of the ring may be skipped; large ones go
 * back to the start early, so that they are written where the caches still are rather than all through the ring.
 */
final class WarmRing {
  /** From this length on it pays. */
  static final int BYTES_MIN = 256 << 10;

  /** With fewer, every other message would have to ask where its readers are, and wait for one that is a message behind. */
  private static final int PLACES_KEPT_MIN = 2;

  private final Gate gate;
  private final SlowReaders policy;

  WarmRing(Gate gate, SlowReaders policy) {
    this.gate = gate;
    this.policy = policy;
  }

  /**
   * How far the intent may go for a record that ends there. It is raised ahead, so that not every record has to ask where its
   * readers are; before a large one not over the newest message, nor at all where somebody reads without holding a position:
   * one that was let go comes back to all that is whole then.
   */
  long ahead(int record, Segment segment, long end, long newest) {
    if (record < BYTES_MIN) {
      return end + RingSize.stepBytes(segment.ringBytes);
    }
    return isAhead(segment) ? Math.max(end, newest + segment.ringBytes) : end;
  }

  /** Whether everybody who reads holds a position, so that the intent may be above the next record's end, and before that comes. */
  boolean isAhead(Segment segment) {
    return isHolding() && gate.hasOnlyHolders(segment.info);
  }

  private boolean isHolding() {
    return policy.action() != SlowReaders.Action.DROP_OLDEST;
  }

  /**
   * Length of the padding record between a position and a record; {@code newest} is where the one before starts, and readers
   * are known to leave the ring up to {@code limit}.
   */
  int padding(int record, Segment segment, long position, long newest, long limit) {
    int offset = (int) position & segment.ringBytes - 1;
    int toEnd = segment.ringBytes - offset;
    if (record < BYTES_MIN || offset == 0) {
      return record > toEnd ? toEnd : 0;
    }
    boolean isFull = record + RecordLayout.ALIGNMENT > toEnd;
    return isFull || canTurnBack(record, segment, position + toEnd, newest, limit)
        ? toEnd
        : RecordLayout.ALIGNMENT;
  }

  /**
   * Whether a large record may go to the start of the ring already: every reader holds its position, is done with what lies there,
   * and the topic's depth of messages stays in places of their own besides. The newest so stays whole for those who join; one
   * word between large records makes {@code depth + 1} places of the same length enough for that, and three at least.
   */
  private boolean canTurnBack(int record, Segment segment, long start, long newest, long limit) {
    int places = Math.max(PLACES_KEPT_MIN, segment.info.topic().qos().depth());
    long kept = places * (record + (long) RecordLayout.ALIGNMENT);
    if (((int) newest & segment.ringBytes - 1) < kept) {
      return false;
    }
    gate.update(segment.info);
    if (!isHolding() || !gate.hasOnlyReliable()) {
      return false;
    }
    long end = start + record + RecordLayout.ALIGNMENT;
    return end <= limit || gate.slowestPosition(segment.info) >= end - segment.ringBytes;
  }
}
