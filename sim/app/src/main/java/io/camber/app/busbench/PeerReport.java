package io.camber.app.busbench;

import java.util.List;

/**
 * What was measured.
 *
 * @param leftOut a line for each peer that is not installed
 */
public record PeerReport(List<Comparison> comparisons, List<String> leftOut) {
  /** There and back, a cache line takes 50 to 150 ns between cores that share a cache, 300 to 600 ns between others. */
  static final double APART_NS = 250;

  public PeerReport {
    comparisons = List.copyOf(comparisons);
    leftOut = List.copyOf(leftOut);
  }

  /** All looks at the cores in ns, sorted. */
  double[] looksNs() {
    return comparisons.stream()
        .flatMap(each -> each.series().stream())
        .flatMap(each -> each.repetitions().stream())
        .mapToDouble(Series.Measured::coresNs)
        .filter(ns -> !Double.isNaN(ns))
        .sorted()
        .toArray();
  }

  static boolean isApart(double coresNs) {
    return coresNs > APART_NS;
  }

  /** Whether the cores were apart before Camber or one of the rivals in a repetition. */
  boolean isApart(Comparison comparison, Ratio ratio, int repetition) {
    return comparison.series().stream()
        .filter(each -> each.name().equals(Camber.NAME) || ratio.rivals().contains(each.name()))
        .anyMatch(each -> isApart(each.repetitions().get(repetition).coresNs()));
  }
}
