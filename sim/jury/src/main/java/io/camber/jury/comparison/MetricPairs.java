package io.camber.jury.comparison;

import io.camber.evaluation.judgement.MetricBook;

/** What all pairs say of one metric, by scenario. Filled by {@link Units}, then only read; its arrays are views. */
final class MetricPairs {
  /** The same way of counting in another order differs by less, relative to the figure. */
  private static final double ROUNDING = 1e-12;

  private final MetricBook.Entry entry;
  private final String name;
  private final double[] sums;
  private final int[] counts;
  private double sumBefore;
  private double sumAfter;
  private int pairs;
  private int onlyBefore;
  private int onlyAfter;
  private boolean differs;

  MetricPairs(MetricBook.Entry entry, String name, int scenarios) {
    this.entry = entry;
    this.name = name;
    this.sums = new double[scenarios];
    this.counts = new int[scenarios];
  }

  /** Takes a pair of a scenario; NaN where a run did not measure it. */
  void add(int scenario, double before, double after) {
    boolean hasBefore = !Double.isNaN(before);
    boolean hasAfter = !Double.isNaN(after);
    if (hasBefore && hasAfter) {
      double difference = after - before;
      double rounding = ROUNDING * Math.max(Math.abs(before), Math.abs(after));
      sums[scenario] += Math.abs(difference) > rounding ? difference : 0.0;
      counts[scenario]++;
      sumBefore += before;
      sumAfter += after;
      pairs++;
      differs |= before != after;
    } else if (hasBefore) {
      onlyBefore++;
    } else if (hasAfter) {
      onlyAfter++;
    }
  }

  MetricBook.Entry entry() {
    return entry;
  }

  String name() {
    return name;
  }

  /** Of the differences of each scenario, after minus before; zero where none was measured. */
  double[] sums() {
    return sums;
  }

  /** How many differences are in each sum. */
  int[] counts() {
    return counts;
  }

  /** Pairs in which both runs measured it; all means are of these. */
  int pairs() {
    return pairs;
  }

  int onlyBefore() {
    return onlyBefore;
  }

  int onlyAfter() {
    return onlyAfter;
  }

  double before() {
    return sumBefore / pairs;
  }

  double after() {
    return sumAfter / pairs;
  }

  /** True when every run of one side has the figure of the other side's, or none. */
  boolean isIdentical() {
    return !differs && onlyBefore + onlyAfter == 0;
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
    return sum / pairs;
  }
}
