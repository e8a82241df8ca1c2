package io.camber.app.busbench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far apart the machine's cores are at this moment: one cache line there and back between two threads. On machines that
 * others share it changes by a factor of four for seconds at a time, and with it everybody's figures.
 */
public final class CoreLook {
  private static final int BATCHES = 25;
  private static final int BOUNCES = 2_000;
  private static final int SPINS = 1_000;
  private static final long LIMIT_NS = 300_000_000L;

  /** A word a line, so that nothing else shares the one that is bounced. */
  private static final int AT = 16;

  private final AtomicLongArray line = new AtomicLongArray(2 * AT);
  private volatile boolean isOver;

  private CoreLook() {}

  /** Nanoseconds there and back, the median of some batches; NaN where two threads do not run at a time. */
  public static double takeNs() {
    CoreLook look = new CoreLook();
    Thread other = new Thread(look::answer, "core-look");
    other.setDaemon(true);
    other.start();
    double ns = look.ask();
    look.isOver = true;
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ns;
  }

  private void answer() {
    long next = 1;
    while (!isOver) {
      if (line.get(AT) == next) {
        line.set(AT, next + 1);
        next += 2;
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private double ask() {
    double[] batches = new double[BATCHES];
    long number = 1;
    long begin = System.nanoTime();
    for (int batch = 0; batch < BATCHES; batch++) {
      long start = System.nanoTime();
      for (int i = 0; i < BOUNCES; i++, number += 2) {
        line.set(AT, number);
        for (int spins = 1; line.get(AT) == number; spins++) {
          if (spins % SPINS == 0 && System.nanoTime() - begin > LIMIT_NS) {
            return Double.NaN;
          }
          Thread.onSpinWait();
        }
      }
      batches[batch] = (System.nanoTime() - start) / (double) BOUNCES;
    }
    Arrays.sort(batches);
    return batches[BATCHES / 2];
  }
}
