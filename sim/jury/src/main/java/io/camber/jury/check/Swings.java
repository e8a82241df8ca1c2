package io.camber.jury.check;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a signal turned around by more than a least amount within the last two seconds. */
final class Swings {
  private static final long WINDOW_NS = 2_000_000_000L;

  private final Deque<Long> turns = new ArrayDeque<>();
  private double extreme;
  private double peak;
  private double size;
  private int direction;

  /** True when the signal has just turned around by more than the least. */
  boolean add(double value, double least, long timeNs) {
    forget(timeNs);
    boolean onwards = direction == 0 || direction * (value - extreme) >= 0.0;
    if (onwards) {
      direction = direction == 0 ? (int) Math.signum(value - extreme) : direction;
      extreme = value;
      return false;
    }
    if (Math.abs(value - extreme) <= least) {
      return false;
    }
    direction = -direction;
    size = Math.abs(extreme - peak);
    peak = extreme;
    extreme = value;
    turns.addLast(timeNs);
    return true;
  }

  /** From the turn before to the newest; nothing when there was none lately. */
  double size() {
    return turns.isEmpty() ? 0.0 : size;
  }

  int count() {
    return turns.size();
  }

  private void forget(long timeNs) {
    while (!turns.isEmpty() && timeNs - turns.getFirst() > WINDOW_NS) {
      turns.removeFirst();
    }
  }
}
