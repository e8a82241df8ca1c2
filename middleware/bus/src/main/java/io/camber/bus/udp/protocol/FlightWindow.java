package io.camber.bus.udp.protocol;

/**
 * How many bytes of one topic a writer may have under way to one peer. Loss makes it smaller and what arrives larger, but it is
 * never less than what a fast local network carries in one round trip.
 *
 * <p>Samples also yield to delay, as in LEDBAT (RFC 6817): the window grows by an eighth of what arrives as long as answers take
 * no longer than the quickest of late, by less the longer the queue that they wait in, and shrinks once that queue is longer
 * than {@link #QUEUE_NS}. So on a link that cannot carry them all they fill the link and not its queue, where commands would wait
 * behind them and fragments would be dropped.
 */
final class FlightWindow {
  /** Time that samples may wait in queues along the path. */
  static final long QUEUE_NS = 8_000_000;

  private static final int FRAGMENTS_MIN = 16;
  private static final long LEAST_NS = 10_000_000_000L;
  private static final int TIMES = 4;
  private static final int GAIN = 8;

  private final boolean reliable;
  private final int max;
  private final int min;
  private int bytes;

  private boolean timing;
  private boolean timesLast;
  private long timedPosition;
  private long timedNs;
  private final long[] tookNs = new long[TIMES];
  private int times;
  private long queuedNs;
  private long repairedNs;
  private long leastNs = Long.MAX_VALUE;
  private long leastBeforeNs = Long.MAX_VALUE;
  private long leastSinceNs;
  private long shrunkAt;

  FlightWindow(boolean reliable, int bytesMax, int fragmentBytes) {
    this.reliable = reliable;
    this.max = bytesMax;
    this.min = Math.min(bytesMax, FRAGMENTS_MIN * fragmentBytes);
    this.bytes = bytesMax;
  }

  int bytes() {
    return bytes;
  }

  /**
   * Whether the first or the last fragment of a large message should ask for an answer whose time tells of the queue: in turns, for
   * the first ones find it empty again and again, and behind the last ones it is as long as it gets.
   */
  boolean wantsTime(boolean first, boolean last) {
    return !reliable && !timing && (timesLast ? last : first);
  }

  /** A fragment that {@link #wantsTime} asks for an answer; the stream's bytes up to its end. */
  void onTimed(long position, long nowNs) {
    timing = true;
    timedPosition = position;
    timedNs = nowNs;
  }

  /** The reader has seen the stream up to a position, {@code more} bytes further than was known. */
  void onSeen(long position, long more, long nowNs) {
    if (timing && position >= timedPosition) {
      timing = false;
      onTime(nowNs - timedNs, nowNs);
    }
    long step = more / GAIN + 1;
    if (queuedNs > 0) {
      step = step * Math.max(-QUEUE_NS, QUEUE_NS - queuedNs) / QUEUE_NS;
    }
    bytes = (int) Math.max(min, Math.min(max, bytes + step));
  }

  private void onTime(long answerNs, long nowNs) {
    tookNs[times++ % TIMES] = answerNs;
    if (nowNs - leastSinceNs > LEAST_NS) {
      leastSinceNs = nowNs;
      leastBeforeNs = leastNs;
      leastNs = answerNs;
    }
    leastNs = Math.min(leastNs, answerNs);
    if (timesLast) {
      queuedNs = answerNs - Math.min(leastNs, leastBeforeNs);
    }
    timesLast = !timesLast;
  }

  /**
   * The path lost bytes. Reliable: the window shrinks by as many, which is more than it grows when more than an eighth is lost.
   * Of samples only the losses of the newest are heard of, so it shrinks by a quarter, once for what was under way together.
   */
  void onLoss(int lost, long lostPosition, long sentPosition) {
    int quarter = bytes / 4;
    if (reliable) {
      bytes = Math.max(min, bytes - Math.min(quarter, lost));
    } else if (lostPosition >= shrunkAt) {
      bytes = Math.max(min, bytes - quarter);
      shrunkAt = sentPosition;
    }
  }

  /**
   * Whether lost bytes may be sent again: not while what was sent again last may still wait in a queue and was only asked for once
   * more. How long that takes is the quickest of the last answers, since those to fragments that got lost come late.
   */
  boolean takesRepair(long nowNs) {
    if (!reliable && nowNs - repairedNs < quickestNs()) {
      return false;
    }
    repairedNs = nowNs;
    return true;
  }

  private long quickestNs() {
    long quickest = tookNs[0];
    for (int i = 1; i < TIMES; i++) {
      quickest = Math.min(quickest, tookNs[i]);
    }
    return quickest;
  }

  /** No answer came for long: it got lost, or everything did. */
  void onSilence() {
    timing = false;
    bytes = Math.max(min, bytes / 2);
  }
}
