package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader holds of a segment so that the writer stays away from it: the position it reads at, if it is gating, and the
 * messages it has on loan. Loans come back on any thread; everything else is the reader's.
 */
final class ReaderPlace {
  private final Segment segment;
  private final PositionFile positions;
  private final boolean isGating;
  private final int slot;
  private final List<SegmentLoan> loans = new ArrayList<>();

  /** Size of {@link #loans}; falls only when the position that a loan held has been let go. */
  private volatile int loanCount;

  private long published;

  /** What a handler of a reader that is not gating reads now; {@link Long#MAX_VALUE} when none does. */
  private long pinned = Long.MAX_VALUE;

  private boolean isEnding;
  private boolean isFree;

  ReaderPlace(Segment segment, PositionFile positions, boolean isGating) {
    this.segment = segment;
    this.positions = positions;
    this.isGating = isGating;
    this.slot = positions.take(segment.info.id(), isGating ? 0 : EndLayout.NO_POSITION);
  }

  /** Whether nothing from there on is being overwritten, nor will be if this reader is gating. */
  boolean holds(long start) {
    if (isGating) {
      positions.hold(slot, start);
    } else {
      VarHandle.fullFence();
    }
    return segment.isIntact(start);
  }

  /** Begins to read at a position that {@link #holds}. */
  void beginAt(long start) {
    published = start;
  }

  /** Lets the writer have everything below the position, but for loans. */
  void publish(long position) {
    if (loanCount == 0) {
      published = position;
      positions.advance(slot, position);
      return;
    }
    synchronized (loans) {
      published = position;
      positions.advance(slot, lowestHeld(position));
    }
  }

  /** Holds one message of a reader that is not gating; the intent tells afterwards whether in time. */
  void pin(long position) {
    if (loanCount == 0) {
      pinned = position; // seen by whoever gives back what is lent from here on
      positions.hold(slot, position);
      return;
    }
    synchronized (loans) {
      pinned = position;
      positions.hold(slot, lowestHeld(position));
    }
  }

  void unpin() {
    if (loanCount == 0) {
      pinned = Long.MAX_VALUE;
      positions.advance(slot, EndLayout.NO_POSITION);
      return;
    }
    synchronized (loans) {
      pinned = Long.MAX_VALUE;
      positions.advance(slot, loans.isEmpty() ? EndLayout.NO_POSITION : lowestHeld(Long.MAX_VALUE));
    }
  }

  private long lowestHeld(long current) {
    if (loanCount == 0) {
      return current;
    }
    long lowest = current;
    synchronized (loans) {
      for (int i = 0; i < loans.size(); i++) {
        lowest = Math.min(lowest, loans.get(i).position());
      }
    }
    return lowest;
  }

  void lend(SegmentLoan loan) {
    synchronized (loans) {
      loans.add(loan);
      loanCount = loans.size();
    }
  }

  /** Any thread. */
  void giveBack(SegmentLoan loan) {
    synchronized (loans) {
      if (!loans.remove(loan)) {
        return;
      }
      if (isEnding && loans.isEmpty()) {
        end();
        return;
      }
      if (isFree) {
        return;
      }
      long current = isEnding ? Long.MAX_VALUE : isGating ? published : pinned;
      long lowest = lowestHeld(current);
      positions.advance(slot, lowest == Long.MAX_VALUE ? EndLayout.NO_POSITION : lowest);
      loanCount = loans.size();
    }
  }

  /** Leaves a segment to which nothing is written any more; its memory goes with the last loan. */
  void close() {
    synchronized (loans) {
      free();
      isEnding = true;
      if (loans.isEmpty()) {
        end();
      }
    }
  }

  /** Leaves a segment whose writer goes on: what is on loan stays held. */
  void leave() {
    synchronized (loans) {
      isEnding = true;
      if (loans.isEmpty()) {
        end();
      } else {
        positions.advance(slot, lowestHeld(Long.MAX_VALUE));
      }
    }
  }

  private void end() {
    free();
    segment.close();
  }

  private void free() {
    if (!isFree) {
      isFree = true;
      positions.free(slot);
    }
  }
}
