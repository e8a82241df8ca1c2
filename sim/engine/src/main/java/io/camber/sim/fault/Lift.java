package io.camber.sim.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in which nothing strikes a target. What is handed out as the run begins is struck or not for the whole run: it is spared
 * by a lift to the end alone.
 *
 * @param target of faults
 * @param fromNs from here on; {@code Long.MAX_VALUE} for never
 * @param untilNs before here; {@code Long.MAX_VALUE} for the end of the run
 */
public record Lift(String target, long fromNs, long untilNs) {
  /** A stretch of time; the end is not in it. */
  record Span(long startNs, long endNs) {}

  boolean isForGood() {
    return fromNs < Long.MAX_VALUE && untilNs == Long.MAX_VALUE;
  }

  /** What is left of a span without the times of some lifts. */
  static List<Span> remaining(Span span, List<Lift> lifts) {
    List<Span> spans = span.endNs() > span.startNs() ? List.of(span) : List.of();
    for (Lift lift : lifts) {
      List<Span> left = new ArrayList<>();
      for (Span one : spans) {
        if (lift.fromNs() > one.startNs()) {
          left.add(new Span(one.startNs(), Math.min(one.endNs(), lift.fromNs())));
        }
        if (lift.untilNs() < one.endNs()) {
          left.add(new Span(Math.max(one.startNs(), lift.untilNs()), one.endNs()));
        }
      }
      spans = left.stream().filter(one -> one.endNs() > one.startNs()).toList();
    }
    return spans;
  }
}
