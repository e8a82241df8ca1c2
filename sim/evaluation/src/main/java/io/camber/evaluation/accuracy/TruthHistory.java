package io.camber.evaluation.accuracy;

import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The last frames of truth, so that late messages meet the world as it was at their measurement time. */
public final class TruthHistory {
  private static final int FRAMES = 150;

  /** Half the time between frames: nearer frames are the same instant for every purpose here. */
  private static final long TOLERANCE_NS = 6_000_000L;

  private final Deque<TruthFrame> frames = new ArrayDeque<>();

  public void add(TruthFrame frame) {
    if (frames.size() == FRAMES) {
      frames.removeFirst();
    }
    frames.addLast(frame);
  }

  /** The frame nearest to a time; empty when none is within 6 ms. */
  public Optional<TruthFrame> at(long timeNs) {
    Optional<TruthFrame> nearest = Optional.empty();
    long best = TOLERANCE_NS + 1;
    for (TruthFrame frame : frames) {
      long distance = Math.abs(frame.timeNs() - timeNs);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(frame);
      }
    }
    return nearest;
  }
}
