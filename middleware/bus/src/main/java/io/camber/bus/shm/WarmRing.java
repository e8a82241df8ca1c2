package io.camber.bus.shm;

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

  /** Length of the padding record between a position and a record; {@code newest} is where the one before starts. */
  int padding(int record, Segment segment, long position, long newest) {
    int offset = (int) position & segment.ringBytes - 1;
    int toEnd = segment.ringBytes - offset;
    if (record < BYTES_MIN || offset == 0) {
      return record > toEnd ? toEnd : 0;
    }
    boolean isFull = record + RecordLayout.ALIGNMENT > toEnd;
    return isFull || canTurnBack(record, segment, position + toEnd, newest)
        ? toEnd
        : RecordLayout.ALIGNMENT;
  }

  /**
   * Whether a large record may go to the start of the ring already: every reader holds its position, is done with what lies there,
   * and the topic's depth of messages stays in places of their own besides. The newest so stays whole for those who join; one
   * word between large records makes {@code depth + 1} places of the same length enough for that, and three at least.
   */
  private boolean canTurnBack(int record, Segment segment, long start, long newest) {
    int places = Math.max(PLACES_KEPT_MIN, segment.info.topic().qos().depth());
    long kept = places * (record + (long) RecordLayout.ALIGNMENT);
    if (((int) newest & segment.ringBytes - 1) < kept) {
      return false;
    }
    gate.update(segment.info);
    if (!gate.hasOnlyHolders() || policy.action() == SlowReaders.Action.DROP_OLDEST) {
      return false;
    }
    long needed = start + record + RecordLayout.ALIGNMENT - segment.ringBytes;
    return gate.slowestPosition(segment.info) >= needed;
  }
}
