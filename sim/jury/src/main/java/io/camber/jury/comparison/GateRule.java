package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;
import java.util.List;
import java.util.SortedSet;

/**
 * One condition of a gate.
 *
 * @param metric whose change it bounds; with a star in it a family, such as {@code latency.*.p99}
 * @param kind what is bounded
 * @param bound how much worse the mean may get, in the metric's unit or as a share of the value before; unused for {@link
 *     Kind#NO_NEW}
 */
record GateRule(String metric, Kind kind, double bound) {
  /** Stands for the metric of a rule that asks for none. */
  static final String HASH = "hash";

  enum Kind {
    /** The mean may get worse by so much. */
    MAX_LOSS,
    /** The mean may get worse by that share of what it was. */
    MAX_LOSS_SHARE,
    /** The mean over no part of the runs may get worse by so much. */
    MAX_STRATUM_LOSS,
    /** In no single pair may it get worse. */
    NO_NEW,
    /** The same scenario and seed, driven twice by one build, must come out with the same hash; asks for no metric. */
    DETERMINISM
  }

  boolean isFamily() {
    return metric.indexOf('*') >= 0;
  }

  /** Those of the measured metrics that it names; of a single one itself. */
  List<String> among(SortedSet<String> measured) {
    if (!isFamily()) {
      return List.of(metric);
    }
    return measured.stream()
        .filter(this::matches)
        .filter(name -> MetricBook.find(name)
            .filter(entry -> entry.better() != Metric.Better.NEITHER)
            .isPresent())
        .toList();
  }

  private boolean matches(String name) {
    int star = metric.indexOf('*');
    String start = metric.substring(0, star);
    String end = metric.substring(star + 1);
    return name.length() >= start.length() + end.length()
        && name.startsWith(start)
        && name.endsWith(end);
  }

  /** The same rule of one member of a family. */
  GateRule of(String member) {
    return new GateRule(member, kind, bound);
  }

  /** Which way the metric improves. */
  Metric.Better better() {
    return MetricBook.find(metric).map(MetricBook.Entry::better).orElse(Metric.Better.NEITHER);
  }

  String text() {
    return switch (kind) {
      case MAX_LOSS -> "may lose at most " + bound;
      case MAX_LOSS_SHARE -> "may lose at most " + 100.0 * bound + " %";
      case MAX_STRATUM_LOSS -> "may lose at most " + bound + " in any part of the runs";
      case NO_NEW -> "may get worse in no run";
      case DETERMINISM -> "what is driven twice comes out the same";
    };
  }
}
