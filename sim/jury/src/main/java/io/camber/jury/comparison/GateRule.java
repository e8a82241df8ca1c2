package io.camber.jury.comparison;

import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.MetricBook;

/**
 * One condition of a gate.
 *
 * @param metric whose change it bounds
 * @param kind what is bounded
 * @param bound how much worse the mean may get, in the metric's unit or as a share of the value before; unused for {@link
 *     Kind#NO_NEW}
 */
record GateRule(String metric, Kind kind, double bound) {
  enum Kind {
    /** The mean may get worse by so much. */
    MAX_LOSS,
    /** The mean may get worse by that share of what it was. */
    MAX_LOSS_SHARE,
    /** In no single pair may it get worse. */
    NO_NEW
  }

  /** Which way the metric improves. */
  Metric.Better better() {
    return MetricBook.find(metric).map(MetricBook.Entry::better).orElse(Metric.Better.NEITHER);
  }

  String text() {
    return switch (kind) {
      case MAX_LOSS -> "may lose at most " + bound;
      case MAX_LOSS_SHARE -> "may lose at most " + 100.0 * bound + " %";
      case NO_NEW -> "may get worse in no run";
    };
  }
}
