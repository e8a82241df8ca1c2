package io.camber.app.sensorbench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Times work on the calling thread: best of several rounds, as Embree's yardstick does, and what the work allocates. */
final class Stopwatch {
  private static final double ROUND_NS = 2.5e8;
  private static final int ALLOCATION_RUNS = 20;

  private final int rounds;
  private double kept;

  /** {@code rounds} of at least a quarter of a second each count, after one that does not. */
  Stopwatch(int rounds) {
    this.rounds = rounds;
  }

  /** What is timed; the result keeps the work from being left out. */
  @FunctionalInterface
  interface Work {
    Object run();
  }

  double bestNs(Work work) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      long end = start;
      int count = 0;
      while (end - start < ROUND_NS) {
        kept += work.run().hashCode();
        count++;
        end = System.nanoTime();
      }
      double each = (double) (end - start) / count;
      if (round > 0) {
        best = Math.min(best, each);
      }
    }
    return Double.isNaN(kept) ? kept : best;
  }

  /** Bytes that one run allocates on this thread once it is warm; NaN where the machine does not count them. */
  double allocatedBytes(Work work) {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean)
        || !bean.isThreadAllocatedMemoryEnabled()) {
      return Double.NaN;
    }
    kept += work.run().hashCode();
    long thread = Thread.currentThread().getId();
    long before = bean.getThreadAllocatedBytes(thread);
    for (int i = 0; i < ALLOCATION_RUNS; i++) {
      kept += work.run().hashCode();
    }
    return (double) (bean.getThreadAllocatedBytes(thread) - before) / ALLOCATION_RUNS;
  }
}
