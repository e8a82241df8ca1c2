package io.camber.jury.check;

import java.util.Arrays;

/** The latest errors of one kind, and the one in the middle. */
final class Errors {
  private static final int KEPT = 200;
  private static final int ENOUGH = 20;

  private final double[] latest = new double[KEPT];
  private int count;

  void add(double error) {
    latest[count++ % KEPT] = error;
  }

  /** Zero as long as too few are known to compare with. */
  double median() {
    if (count < ENOUGH) {
      return 0.0;
    }
    double[] sorted = Arrays.copyOf(latest, Math.min(count, KEPT));
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
