package io.camber.app.replay;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * What came of a replay.
 *
 * @param topics what the nodes that ran published, against what they published in the log
 * @param missing topics that these nodes listen to and nobody spoke on, by node
 * @param skipped messages of the log that no node can read, by topic
 * @param failures of nodes, in words
 * @param exact whether the log holds everything that a replay must reproduce bit by bit
 */
public record ReplayResult(
    List<TopicComparison> topics,
    Map<String, SortedSet<String>> missing,
    Map<String, Long> skipped,
    List<String> damage,
    List<String> failures,
    String hash,
    long messages,
    double simulatedS,
    double wallS,
    boolean exact) {
  /** Whether every message came out as it was. */
  public boolean isSame() {
    return topics.stream().allMatch(TopicComparison::isSame);
  }
}
