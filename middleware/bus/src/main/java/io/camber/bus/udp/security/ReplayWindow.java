package io.camber.bus.udp.security;

/**
 * Which counters of a sender were seen (after RFC 6479): everything older than the window counts as seen. One sender's
 * datagrams to others leave gaps, so the window is wide. Owned by one thread.
 */
public final class ReplayWindow {
  /** Width in datagrams. */
  public static final int WIDTH = 8192;

  private final long[] seen = new long[WIDTH / Long.SIZE];
  private long highest = -1;

  /** Whether the counter is new; marks nothing. */
  public boolean isNew(long counter) {
    if (counter < 0 || counter <= highest - WIDTH) {
      return false;
    }
    return counter > highest || (seen[word(counter)] & bit(counter)) == 0;
  }

  /** Marks an authentic counter as seen. */
  public void mark(long counter) {
    if (counter > highest) {
      long from = Math.max(highest + 1, counter - WIDTH + 1);
      if (counter - highest >= WIDTH) {
        java.util.Arrays.fill(seen, 0);
      } else {
        for (long c = from; c <= counter; c++) {
          seen[word(c)] &= ~bit(c);
        }
      }
      highest = counter;
    }
    seen[word(counter)] |= bit(counter);
  }

  private static int word(long counter) {
    return (int) (counter / Long.SIZE % (WIDTH / Long.SIZE));
  }

  private static long bit(long counter) {
    return 1L << (counter % Long.SIZE);
  }
}
