package io.camber.bus.udp.protocol;

/**
 * Since when a participant runs. Of two nodes of one name that of the participant that has run longer stays, whatever the
 * clocks of their hosts say; those decide only between two that began at about the same time.
 *
 * @param startedNs by the clock of the one who compares
 * @param epoch start by the participant's own wall clock, in ms since 1970
 * @param sender decides when all else is equal
 */
record Seniority(long startedNs, long epoch, long sender) {
  /** Unit in which participants tell how long they have run. */
  static final long UNIT_NS = 100_000_000;

  private static final int UNITS_MAX = Integer.MAX_VALUE;

  /** What the way of a heartbeat and its unit may blur, many times over. */
  private static final long SURE_NS = 1_000_000_000;

  static int units(long runningNs) {
    return (int) Math.max(0, Math.min(UNITS_MAX, runningNs / UNIT_NS));
  }

  boolean isBefore(Seniority other) {
    long leadNs = other.startedNs - startedNs;
    if (Math.abs(leadNs) >= SURE_NS) {
      return leadNs > 0;
    }
    return epoch != other.epoch ? epoch < other.epoch : sender < other.sender;
  }
}
