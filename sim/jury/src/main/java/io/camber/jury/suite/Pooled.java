package io.camber.jury.suite;

import io.camber.jury.result.RunRecord;
import io.camber.jury.result.RunSet;

/**
 * A share over the runs that earned it, by counts: of all that any of them had, and not the mean of the runs' shares, in which a run
 * with three objects weighs as much as one with three thousand.
 *
 * @param right of the count
 * @param count what the share is of
 */
record Pooled(double right, double count) {
  /**
   * Pools.
   *
   * @param share figure of each run
   * @param of figure that says what that share is of; runs of older builds have none and are left out
   */
  static Pooled of(RunSet runs, String share, String of) {
    double right = 0.0;
    double count = 0.0;
    for (RunRecord run : runs.runs().values()) {
      double all = run.earned(of);
      double one = run.earned(share);
      if (!Double.isNaN(all) && !Double.isNaN(one)) {
        right += one * all;
        count += all;
      }
    }
    return new Pooled(right, count);
  }

  boolean isEmpty() {
    return count == 0.0;
  }

  double share() {
    return right / count;
  }
}
