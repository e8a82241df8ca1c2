package io.camber.bus.udp.protocol;

/**
 * How long a peer's answers to the large samples of one topic take, and how much of that is a queue. The first and the last fragment
 * of a sample are timed in turns: before the first ones the queue is short now and then, which shows the way without it, and behind
 * the last ones it is as long as this topic makes it. Only the very answer to the fragment counts; when it, or the fragment, got lost, nothing is learned.
 */
final class AnswerTimer {
  private static final long VALID_NS = 1_000_000_000;
  private static final int TIMES = 4;

  private final PathDelay path;
  private boolean joined;
  private boolean timing;
  private boolean timesLast;
  private long sequence;
  private int end;
  private boolean completes;
  private long sentNs;

  private final long[] tookNs = new long[TIMES];
  private int times;
  private long queuedNs;
  private long queuedBeforeNs;
  private long queuedAtNs;

  AnswerTimer(PathDelay path) {
    this.path = path;
  }

  /** Whether the fragment, the first or the last of its sample, should ask for an answer to be timed. */
  boolean wants(boolean first, boolean last) {
    return !timing && (timesLast ? last : first);
  }

  /** A fragment that asks went out: of this message, up to this offset, which may complete it. */
  void onAsked(long newSequence, int newEnd, boolean newCompletes, long nowNs) {
    if (!joined) {
      joined = true;
      path.join();
    }
    timing = true;
    sequence = newSequence;
    end = newEnd;
    completes = newCompletes;
    sentNs = nowNs;
  }

  /** The reader tells how far it has come. */
  void onStatus(long highSequence, int highOffset, long nowNs) {
    if (!timing || highSequence < sequence || (highSequence == sequence && highOffset < end)) {
      return;
    }
    timing = false;
    boolean exact = highSequence == sequence
        ? highOffset == end
        : completes && highSequence == sequence + 1 && highOffset == 0;
    if (exact) {
      onTime(nowNs - sentNs, nowNs);
    }
  }

  private void onTime(long took, long nowNs) {
    tookNs[times++ % TIMES] = took;
    path.onAnswer(took, nowNs);
    if (timesLast) {
      queuedBeforeNs = queuedNs;
      queuedNs = path.queuedNs(took);
      queuedAtNs = nowNs;
    }
    timesLast = !timesLast;
  }

  /** No answer came for long. */
  void onSilence() {
    timing = false;
    queuedNs = 0;
  }

  /** Time that the last fragments of samples waited lately: the shorter of two, so that one late answer is no queue. */
  long queuedNs(long nowNs) {
    return nowNs - queuedAtNs > VALID_NS ? 0 : Math.min(queuedNs, queuedBeforeNs);
  }

  /** The quickest of the last answers, 0 before there were some. */
  long quickestNs() {
    long quickest = tookNs[0];
    for (int i = 1; i < TIMES; i++) {
      quickest = Math.min(quickest, tookNs[i]);
    }
    return quickest;
  }

  void close() {
    if (joined) {
      joined = false;
      path.leave();
    }
  }
}
