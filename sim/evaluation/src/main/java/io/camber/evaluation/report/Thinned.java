package io.camber.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps a bounded, evenly spread selection of an endless row: when full, every second one goes and the spacing doubles.
 */
final class Thinned<T> {
  private final ToLongFunction<T> timeNs;
  private final int capacity;
  private final List<T> kept = new ArrayList<>();
  private long spacingNs;
  private long dueNs = Long.MIN_VALUE;

  Thinned(int capacity, long spacingNs, ToLongFunction<T> timeNs) {
    this.capacity = capacity;
    this.spacingNs = spacingNs;
    this.timeNs = timeNs;
  }

  boolean wants(long time) {
    return time >= dueNs;
  }

  void add(T item) {
    if (kept.size() == capacity) {
      List<T> half = new ArrayList<>();
      for (int i = 0; i < kept.size(); i += 2) {
        half.add(kept.get(i));
      }
      kept.clear();
      kept.addAll(half);
      spacingNs *= 2;
    }
    kept.add(item);
    dueNs = timeNs.applyAsLong(item) + spacingNs;
  }

  List<T> all() {
    return List.copyOf(kept);
  }

  Optional<T> nearest(long time) {
    Optional<T> best = Optional.empty();
    long distance = Long.MAX_VALUE;
    for (T item : kept) {
      long away = Math.abs(timeNs.applyAsLong(item) - time);
      if (away < distance) {
        distance = away;
        best = Optional.of(item);
      }
    }
    return best;
  }
}
