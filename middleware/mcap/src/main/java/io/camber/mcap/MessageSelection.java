package io.camber.mcap;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which messages to read.
 *
 * @param topics empty means all
 * @param startNs first log time, unsigned, included
 * @param endNs last log time, unsigned, included
 */
public record MessageSelection(SortedSet<String> topics, long startNs, long endNs) {
  /** Everything. */
  public static final MessageSelection ALL = new MessageSelection(new TreeSet<>(), 0, -1L);

  public MessageSelection {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }

  boolean wants(String topic) {
    return topics.isEmpty() || topics.contains(topic);
  }

  boolean wants(long logTimeNs) {
    return Long.compareUnsigned(startNs, logTimeNs) <= 0
        && Long.compareUnsigned(logTimeNs, endNs) <= 0;
  }
}
