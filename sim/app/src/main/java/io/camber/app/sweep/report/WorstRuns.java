package io.camber.app.sweep.report;

import io.camber.app.sweep.run.CaseResult;
import io.camber.evaluation.judgement.Outcome;
import java.util.Comparator;
import java.util.List;

/** Orders runs by how badly they went: broken tools, broken limits, contact, then the smallest time to collision. */
public final class WorstRuns {
  /** Metric by which runs of one outcome are ordered. */
  static final String TTC = "ttc.min";

  private static final Comparator<SweepRow> ORDER = Comparator.<SweepRow>comparingInt(
          row -> rank(row.result().outcome()))
      .thenComparingDouble(row -> -metric(row, CaseResult.COLLISIONS, 0.0))
      .thenComparingDouble(row -> metric(row, TTC, Double.MAX_VALUE))
      .thenComparingLong(row -> row.run().index());

  private WorstRuns() {}

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case ERROR -> 0;
      case FAIL -> 1;
      case PASS -> 2;
      case INVALID -> 3;
    };
  }

  private static double metric(SweepRow row, String name, double otherwise) {
    return row.result().metrics().getOrDefault(name, otherwise);
  }

  /** The worst first; runs that were left out as invalid never. */
  public static List<SweepRow> of(List<SweepRow> rows, int count) {
    if (count == 0) {
      return List.of();
    }
    return rows.stream().filter(SweepRow::counts).sorted(ORDER).limit(count).toList();
  }
}
