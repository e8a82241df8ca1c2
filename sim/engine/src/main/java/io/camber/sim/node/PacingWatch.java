package io.camber.sim.node;

import java.util.Arrays;

/** Counts how late steps begin. Its bins are a tenth of a millisecond wide up to a second. Mutable; does not allocate. */
final class PacingWatch {
  private static final long BIN_NS = 100_000L;
  private static final int BINS = 10_000;
  private static final double NS_PER_MS = 1e6;

  private final long periodNs;
  private final long[] counts = new long[BINS + 1];
  private long steps;
  private long overruns;
  private long worstNs;

  PacingWatch(long periodNs) {
    this.periodNs = periodNs;
  }

  /** A step began so late; before its time counts as in time. */
  void add(long lateNs) {
    long late = Math.max(0L, lateNs);
    steps++;
    overruns += late > periodNs ? 1 : 0;
    worstNs = Math.max(worstNs, late);
    counts[(int) Math.min(BINS, late / BIN_NS)]++;
  }

  Pacing result() {
    return new Pacing(steps, overruns, quantileMs(0.5), quantileMs(0.99), worstNs / NS_PER_MS);
  }

  /** Upper end of the bin that holds the quantile, at most the worst. */
  private double quantileMs(double share) {
    long wanted = (long) Math.ceil(share * Arrays.stream(counts).sum());
    long sum = 0;
    for (int bin = 0; bin <= BINS; bin++) {
      sum += counts[bin];
      if (sum >= wanted) {
        return Math.min((bin + 1) * BIN_NS, worstNs) / NS_PER_MS;
      }
    }
    return 0.0;
  }
}
