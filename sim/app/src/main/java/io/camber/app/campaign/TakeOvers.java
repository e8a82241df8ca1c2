package io.camber.app.campaign;

import java.util.ArrayList;
import java.util.List;

/** The times of the safety driver in one drive, in order; the last may have no end yet. */
record TakeOvers(List<TakeOver> list) {
  TakeOvers {
    list = List.copyOf(list);
  }

  boolean isOnDuty(long timeNs) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isOnDuty(timeNs)) {
        return true;
      }
    }
    return false;
  }

  /** True when the last one has not handed over. */
  boolean isOpen() {
    return !list.isEmpty() && list.get(list.size() - 1).backNs() == Long.MAX_VALUE;
  }

  long lastAtNs() {
    return list.get(list.size() - 1).atNs();
  }

  /** From here on nobody has looked for triggers yet. */
  long lookedUntilNs() {
    return list.isEmpty() ? 0L : list.get(list.size() - 1).backNs();
  }

  TakeOvers with(TakeOver next) {
    List<TakeOver> more = new ArrayList<>(list);
    more.add(next);
    return new TakeOvers(more);
  }

  TakeOvers closedAt(long timeNs) {
    List<TakeOver> closed = new ArrayList<>(list);
    closed.set(closed.size() - 1, closed.get(closed.size() - 1).until(timeNs));
    return new TakeOvers(closed);
  }
}
