package io.camber.app.replay;

import java.util.List;

/**
 * One topic of one node, then and now.
 *
 * @param same messages that are equal in bytes, times and origins
 * @param changed messages of the same place in the row that differ
 * @param gone messages of the log without a counterpart
 * @param added messages without a counterpart in the log
 * @param changes the first of them in words
 */
public record TopicComparison(
    String topic,
    String node,
    long same,
    long changed,
    long gone,
    long added,
    List<String> changes) {
  public TopicComparison {
    changes = List.copyOf(changes);
  }

  /** Whether nothing differs. */
  public boolean isSame() {
    return changed == 0 && gone == 0 && added == 0;
  }
}
