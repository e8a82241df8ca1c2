package io.camber.bus.udp.protocol;

import java.util.Arrays;

/**
 * The shortest time that answers of one peer took in the last ten minutes: the way there and back without a queue (base delay of
 * RFC 6817, section 4.2). All topics of large samples share it, for one that begins in the queue of another would take that queue for the way.
 */
final class PathDelay {
  private static final long SPAN_NS = 60_000_000_000L;
  private static final int SPANS = 10;

  private final long[] leastNs = new long[SPANS];
  private int span = -1;
  private long spanSinceNs;
  private int topics;

  PathDelay() {
    Arrays.fill(leastNs, Long.MAX_VALUE);
  }

  void onAnswer(long tookNs, long nowNs) {
    if (span < 0 || nowNs - spanSinceNs >= SPAN_NS) {
      span = (span + 1) % SPANS;
      spanSinceNs = nowNs;
      leastNs[span] = tookNs;
    }
    leastNs[span] = Math.min(leastNs[span], tookNs);
  }

  /** Of an answer's time, what is beyond the shortest. */
  long queuedNs(long tookNs) {
    long least = leastNs[0];
    for (int i = 1; i < SPANS; i++) {
      least = Math.min(least, leastNs[i]);
    }
    return Math.max(0, tookNs - least);
  }

  void join() {
    topics++;
  }

  void leave() {
    topics--;
  }

  /** How many topics of large samples go this way. */
  int topics() {
    return topics;
  }
}
