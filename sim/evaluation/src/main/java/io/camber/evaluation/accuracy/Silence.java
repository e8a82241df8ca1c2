package io.camber.evaluation.accuracy;

/**
 * When something that should come ten times a second has not come for {@value #SILENCE_NS} ns while the stack drives: from then on
 * each tenth of a second since counts as if nothing were there. Owned by one thread.
 */
final class Silence {
  /** Answer of {@link #due(long)} when no tick is. */
  static final long NONE = Long.MIN_VALUE;

  private static final long SILENCE_NS = 500_000_000L;
  private static final long TICK_NS = 100_000_000L;

  private long heardNs = NONE;
  private long countedNs = NONE;

  /** Takes in that it came, or that nobody has to listen. */
  void heard(long timeNs) {
    heardNs = Math.max(heardNs, timeNs);
  }

  boolean wasHeard() {
    return heardNs != NONE;
  }

  /** True when the silence of that time was counted already. */
  boolean isLate(long timeNs) {
    return timeNs <= countedNs;
  }

  /** The next tick of a silence that lasts until now, each once; {@link #NONE} without one. */
  long due(long nowNs) {
    if (heardNs == NONE || nowNs - heardNs <= SILENCE_NS) {
      return NONE;
    }
    long next = Math.max(heardNs, countedNs) + TICK_NS;
    if (next > nowNs) {
      return NONE;
    }
    countedNs = next;
    return next;
  }
}
