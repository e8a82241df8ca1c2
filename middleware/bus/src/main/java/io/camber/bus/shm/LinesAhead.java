package io.camber.bus.shm;

import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.shm.file.Words;
import java.nio.ByteBuffer;

/**
 * Takes the cache lines of the next record from the readers' caches before that record comes, by writing zeros below the
 * writer's limit, where nobody reads. A record is seen when its first word is written, after all others; without this the
 * writer waits for one line after the other in between. In a flood that would take lines from a reader that is about to look
 * at them, so it is done only while readers wait for the writer.
 */
final class LinesAhead {
  private static final int LINE_BYTES = 64;

  /** Of longer records only the ends: what lies between takes longer to fill than its lines take to come. */
  private static final int WHOLE_BYTES_MAX = 512;

  /** Where the readers are costs a line of theirs, so it is asked only once in so many messages. */
  private static final int LOOK_MASK = 63;

  private boolean isAwaited;

  /** After a record has been written at {@code start}: whether all readers were done with what came before. */
  void look(long number, Gate gate, EndInfo segment, long start) {
    if (((int) number & LOOK_MASK) == 0) {
      look(gate.slowestPosition(segment), start);
    }
  }

  /** The same with the slowest reader's position at hand; nobody waits where nobody holds one. */
  void look(long slowest, long start) {
    isAwaited = slowest >= start && slowest != Long.MAX_VALUE;
  }

  /** Whether readers wait for the writer. */
  boolean isAwaited() {
    return isAwaited;
  }

  /** Takes what a record of that length would cover after {@code position}, but for the line at which readers look. */
  void take(ByteBuffer bytes, int ringAt, int ringMask, long position, int record, long limit) {
    if (!isAwaited) {
      return;
    }
    int length = record < WarmRing.BYTES_MIN ? record : record + RecordLayout.ALIGNMENT;
    int offset = (int) position & ringMask;
    int last = offset + length; // the word behind it
    if (last > ringMask || position + length + RecordLayout.ALIGNMENT > limit) {
      return;
    }
    int first = (offset | LINE_BYTES - 1) + 1;
    int step = record > WHOLE_BYTES_MAX ? (last & -LINE_BYTES) - first : LINE_BYTES;
    for (int line = first; line <= last; line += step) {
      Words.putLong(bytes, ringAt + line, 0);
    }
  }
}
