package io.camber.bus.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What waits for a node: work, and observations that ride along with the next work. Bounded per subscription. */
final class Inbox {
  /** One waiting call. {@code source} identifies the subscription or timer whose bound it counts against. */
  record Call(Object source, Runnable action, boolean isWork) {}

  private final ArrayDeque<Call> calls = new ArrayDeque<>();
  private int work;
  private long overruns;

  /** Adds a call; when {@code depth} calls of the same source wait already, the oldest of them falls. */
  void add(Call call, int depth) {
    if (count(call.source()) >= depth) {
      dropOldest(call.source());
      overruns++;
    }
    calls.addLast(call);
    if (call.isWork()) {
      work++;
    }
  }

  boolean hasWork() {
    return work > 0;
  }

  /** Takes everything that waits, in order of arrival. */
  List<Call> drain() {
    List<Call> taken = new ArrayList<>(calls);
    calls.clear();
    work = 0;
    return taken;
  }

  /** Calls that fell because their source's depth was reached. */
  long overruns() {
    return overruns;
  }

  private int count(Object source) {
    int count = 0;
    for (Call call : calls) {
      if (call.source().equals(source)) {
        count++;
      }
    }
    return count;
  }

  private void dropOldest(Object source) {
    Iterator<Call> iterator = calls.iterator();
    while (iterator.hasNext()) {
      Call call = iterator.next();
      if (call.source().equals(source)) {
        iterator.remove();
        if (call.isWork()) {
          work--;
        }
        return;
      }
    }
  }
}
