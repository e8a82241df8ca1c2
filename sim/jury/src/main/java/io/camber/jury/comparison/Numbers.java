package io.camber.jury.comparison;

import java.util.Locale;

/** Figures of a change as they are shown to people. */
final class Numbers {
  private Numbers() {}

  /** The 95 % interval, or that there is none. */
  static String interval(MetricChange change) {
    return Double.isNaN(change.low())
        ? "too few scenarios"
        : String.format(Locale.ROOT, "%+.3g to %+.3g", change.low(), change.high());
  }

  /** How many pairs were measured on one side only; empty when none were. */
  static String oneSided(MetricChange change) {
    return change.onlyBefore() + change.onlyAfter() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " (%d only before, %d only after)",
            change.onlyBefore(),
            change.onlyAfter());
  }
}
