package io.camber.app.rig;

/**
 * How often a process ended soon after it was started, and what follows from it: longer and longer waits, and in the end
 * nothing. Waits do not count as life, so that a process which cannot live is given up whatever the waits.
 */
final class Restarts {
  /** Who lived so long is healthy, and all ends before are forgotten. */
  private static final long HEALTHY_NS = 60_000_000_000L;

  private static final long BACKOFF_FIRST_NS = 250_000_000L;
  private static final int ENDS_MAX = 10;

  private int ends;
  private long startedNs;

  Restarts(long startedNs) {
    this.startedNs = startedNs;
  }

  void started(long nowNs) {
    startedNs = nowNs;
  }

  void ended(long nowNs) {
    ends = nowNs - startedNs > HEALTHY_NS ? 1 : ends + 1;
  }

  boolean isGivenUp() {
    return ends >= ENDS_MAX;
  }

  /** The wait before the next start; the first end costs none. */
  long backoffNs() {
    return ends <= 1 ? 0 : BACKOFF_FIRST_NS << Math.min(ends - 2, 6);
  }
}
