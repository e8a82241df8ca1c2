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

  /** Of longer records only the ends at once; the lines between are for whoever has nothing else to do. */
  private static final int WHOLE_BYTES_MAX = 512;

  /** So many lines at a time: 16 of a far core take 0.1 us to come, by which a message may be seen later. */
  private static final int LINES_AT_A_TIME = 16;

  /** Where the readers are costs a line of theirs, so it is asked only once in so many messages. */
  private static final int LOOK_MASK = 63;

  private boolean isAwaited;

  /** Positions of the lines that are still to be taken: from the one up to the other. */
  private long nextLine;

  private long endLine;

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
    int step = LINE_BYTES;
    if (record > WHOLE_BYTES_MAX) {
      step = (last & -LINE_BYTES) - first;
      nextLine = position - offset + first + LINE_BYTES;
      endLine = position - offset + first + step;
    }
    for (int line = first; line <= last; line += step) {
      Words.putLong(bytes, ringAt + line, 0);
    }
  }

  /** Whether {@link #takeSome} has something left to take. */
  boolean hasMore() {
    return nextLine < endLine;
  }

  /** Takes some of the lines between the ends of a long record, in order. */
  void takeSome(ByteBuffer bytes, int ringAt, int ringMask) {
    long end = Math.min(endLine, nextLine + LINES_AT_A_TIME * LINE_BYTES);
    for (long line = nextLine; line < end; line += LINE_BYTES) {
      Words.putLong(bytes, ringAt + ((int) line & ringMask), 0);
    }
    nextLine = end;
  }

  /** A record is being written: what has been taken is taken. */
  void stop() {
    endLine = nextLine;
  }
}
