package io.camber.evaluation.accuracy;

import io.camber.evaluation.situation.Footprints;
import io.camber.geometry.Box2;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The last frames of truth, so that late messages meet the world as it was at their measurement time. */
public final class TruthHistory {
  private static final int FRAMES = 150;

  /** Half the time between frames: nearer frames are the same instant for every purpose here. */
  private static final long TOLERANCE_NS = 6_000_000L;

  private final Deque<TruthFrame> frames = new ArrayDeque<>();
  private final Footprints footprints = new Footprints();

  public void add(TruthFrame frame) {
    if (frames.size() == FRAMES) {
      frames.removeFirst();
    }
    frames.addLast(frame);
  }

  /** Footprints of actors of a frame, from call to call. */
  List<Box2> footprints(List<ActorTruth> actors) {
    return footprints.of(actors);
  }

  /** The frame nearest to a time, of two as near the older; empty when none is within 6 ms. */
  public Optional<TruthFrame> at(long timeNs) {
    TruthFrame nearest = null;
    long best = TOLERANCE_NS + 1;
    Iterator<TruthFrame> newestFirst = frames.descendingIterator();
    while (newestFirst.hasNext()) {
      TruthFrame frame = newestFirst.next();
      long distance = Math.abs(frame.timeNs() - timeNs);
      if (distance <= Math.min(best, TOLERANCE_NS)) {
        best = distance;
        nearest = frame;
      } else if (frame.timeNs() < timeNs) {
        break;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
