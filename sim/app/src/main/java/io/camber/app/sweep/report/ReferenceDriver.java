package io.camber.app.sweep.report;

import io.camber.app.sweep.run.CaseResult;

/** A driver of reference, and what it would have made of a run. */
enum ReferenceDriver {
  CAREFUL("careful", CaseResult.CAREFUL_DRIVER_GAP),
  FUZZY("fuzzy", CaseResult.FUZZY_DRIVER_GAP);

  private final String word;
  private final String metric;

  ReferenceDriver(String word, String metric) {
    this.word = word;
    this.metric = metric;
  }

  /** Its name in a sentence. */
  String word() {
    return word;
  }

  /** Its column in the table. */
  String column() {
    return word + "_driver";
  }

  boolean collides(SweepRow row) {
    return row.result().metrics().getOrDefault(metric, 1.0) <= 0.0;
  }

  /** {@code avoids}, {@code collides}, or {@code -} when nobody cut in. */
  String cell(SweepRow row) {
    if (!row.result().metrics().containsKey(metric)) {
      return "-";
    }
    return collides(row) ? "collides" : "avoids";
  }
}
