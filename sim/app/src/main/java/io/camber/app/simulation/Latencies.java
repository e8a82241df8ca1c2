package io.camber.app.simulation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Declared time between a node's call and its output, in simulation time. Sensors: exposure to bus. Stack: the CPU budget
 * of one core for a 100 ms frame.
 */
final class Latencies {
  private static final long MS = 1_000_000L;

  private static final Map<String, Long> BUDGET = new TreeMap<>(Map.ofEntries(
      Map.entry(NodeNames.IMU, 2 * MS),
      Map.entry(NodeNames.GNSS, 80 * MS),
      Map.entry(NodeNames.WHEELS, 5 * MS),
      Map.entry(NodeNames.LIDAR, 10 * MS),
      Map.entry(NodeNames.CAMERA, 20 * MS),
      Map.entry(NodeNames.TRUTH_PERCEPTION, 30 * MS),
      Map.entry(NodeNames.LOCALIZATION, 2 * MS),
      Map.entry(NodeNames.DETECTION, 25 * MS),
      Map.entry(NodeNames.TRACKING, 5 * MS),
      Map.entry(NodeNames.SIGNALS, 30 * MS),
      Map.entry(NodeNames.CAMERA_DETECTION, 30 * MS),
      Map.entry(NodeNames.PREDICTION, 10 * MS),
      Map.entry(NodeNames.PLANNING, 40 * MS),
      Map.entry(NodeNames.CONTROL, 3 * MS),
      Map.entry(NodeNames.GUARDIAN, 2 * MS)));

  private Latencies() {}

  /**
   * Of every node, as far as any is declared.
   *
   * @param givenMs instead of those declared here, in milliseconds by node
   */
  static Map<String, Long> ofAll(Map<String, Double> givenMs) {
    Map<String, Long> all = new TreeMap<>(BUDGET);
    givenMs.forEach((node, ms) -> all.put(node, Math.round(ms * MS)));
    return all;
  }

  /** 0 for nodes without a declared latency. */
  static long ns(String node) {
    return BUDGET.getOrDefault(node, 0L);
  }
}
