package io.camber.bus.node;

import java.util.Map;
import java.util.TreeMap;

/** What a node wants to do at certain times, each once; what is due at one time runs in the order in which it was set. */
final class Alarms {
  private record Key(long timeNs, long number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = Long.compare(timeNs, other.timeNs);
      return order == 0 ? Long.compare(number, other.number) : order;
    }
  }

  private final TreeMap<Key, Runnable> waiting = new TreeMap<>();
  private long next;

  /** Sets an alarm; what it returns takes it back. */
  Runnable at(long timeNs, Runnable action) {
    if (timeNs == Long.MAX_VALUE) {
      return () -> {};
    }
    Key key = new Key(timeNs, next++);
    waiting.put(key, action);
    return () -> waiting.remove(key);
  }

  /** Runs what is due by now. What is set meanwhile waits for the next time. */
  void fire(long nowNs) {
    Key last = new Key(nowNs, next);
    Map.Entry<Key, Runnable> first = waiting.firstEntry();
    while (first != null && first.getKey().compareTo(last) < 0) {
      waiting.remove(first.getKey());
      first.getValue().run();
      first = waiting.firstEntry();
    }
  }

  /** When the next one is due; {@link Long#MAX_VALUE} for never. */
  long nextNs() {
    return waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey().timeNs();
  }
}
