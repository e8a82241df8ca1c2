package io.camber.bus.shm;

import java.util.concurrent.locks.LockSupport;

/** A wait of a writer for a slow reader: spins first, then gives way, and now and then asks whether the reader lives. */
final class Patience {
  private static final int SPINS = 2_000;
  private static final long PARK_NS = 20_000;
  private static final long PROBE_NS = 1_000_000;

  private long startNs;
  private long probedNs;
  private int spins;

  void begin() {
    startNs = System.nanoTime();
    probedNs = startNs - PROBE_NS;
    spins = 0;
  }

  boolean isOver(long waitNs) {
    return System.nanoTime() - startNs >= waitNs;
  }

  /** True once a millisecond. */
  boolean isProbeDue() {
    long now = System.nanoTime();
    if (now - probedNs < PROBE_NS) {
      return false;
    }
    probedNs = now;
    return true;
  }

  void pause() {
    if (spins++ < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(PARK_NS);
    }
  }
}
