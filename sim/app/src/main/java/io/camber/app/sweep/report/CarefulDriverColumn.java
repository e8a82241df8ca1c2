package io.camber.app.sweep.report;

import io.camber.app.sweep.run.CaseResult;

/** What the careful driver would have made of a run. */
final class CarefulDriverColumn {
  static final String NAME = "careful_driver";

  private CarefulDriverColumn() {}

  static boolean collides(SweepRow row) {
    return row.result().metrics().getOrDefault(CaseResult.CAREFUL_DRIVER_GAP, 1.0) <= 0.0;
  }

  /** {@code avoids}, {@code collides}, or {@code -} when nobody cut in. */
  static String of(SweepRow row) {
    if (!row.result().metrics().containsKey(CaseResult.CAREFUL_DRIVER_GAP)) {
      return "-";
    }
    return collides(row) ? "collides" : "avoids";
  }
}
