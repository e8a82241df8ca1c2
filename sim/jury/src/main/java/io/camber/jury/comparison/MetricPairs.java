package io.camber.jury.comparison;

import io.camber.evaluation.judgement.MetricBook;

/**
 * What all pairs say of one metric, by scenario.
 *
 * @param sums of the differences, after minus before; zero where a scenario did not measure it
 * @param counts how many differences are in each sum
 * @param before mean over the pairs in which both runs measured it
 * @param after the same
 * @param onlyBefore pairs in which it was measured before and no longer is
 * @param onlyAfter pairs in which it was not measured before
 */
record MetricPairs(
    MetricBook.Entry entry,
    String name,
    double[] sums,
    int[] counts,
    double before,
    double after,
    int onlyBefore,
    int onlyAfter,
    boolean isIdentical) {
  int pairs() {
    int pairs = 0;
    for (int count : counts) {
      pairs += count;
    }
    return pairs;
  }

  int scenarios() {
    int scenarios = 0;
    for (int count : counts) {
      scenarios += count > 0 ? 1 : 0;
    }
    return scenarios;
  }

  int scenariosMoved() {
    int scenarios = 0;
    for (double sum : sums) {
      scenarios += sum != 0.0 ? 1 : 0;
    }
    return scenarios;
  }

  /** The size of the mean, had every scenario moved the same way. */
  double differenceMax() {
    double sum = 0.0;
    for (double one : sums) {
      sum += Math.abs(one);
    }
    return sum / pairs();
  }
}
