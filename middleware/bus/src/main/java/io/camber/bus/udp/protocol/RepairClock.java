package io.camber.bus.udp.protocol;

/** When to ask a writer for what is missing: soon, not at once, and again after about what an answer takes. */
final class RepairClock {
  private static final long NONE = Long.MAX_VALUE;

  /** Wait before the first question, so that a reordered datagram may still come. */
  private static final long FIRST_NS = 400_000;

  private static final long FIRST_JITTER_NS = 600_000;

  /** How long an answer takes as long as none was seen; asking again earlier would bring everything twice. */
  private static final long AGAIN_NS = 3_000_000;

  private static final long AGAIN_NS_MIN = 1_000_000;
  private static final long AGAIN_NS_MAX = 12_000_000;

  /** Silence after which the end of a message or stream counts as lost too. */
  private static final long TAIL_NS = 3_000_000;

  private long askAtNs = NONE;
  private long againNs = AGAIN_NS;
  private boolean asked;
  private long askedNs = NONE;
  private long answerNs;
  private long lastArrivalNs;

  void onArrival(long nowNs) {
    lastArrivalNs = nowNs;
  }

  /** The message that was waited for is whole. An answer is timed only when it was asked for once. */
  void onRepaired() {
    if (asked && askedNs != NONE) {
      long tookNs = lastArrivalNs - askedNs;
      answerNs = answerNs == 0 ? tookNs : answerNs + (tookNs - answerNs) / 4;
    }
    rest();
  }

  /** Another message is waited for now. */
  void restart() {
    askAtNs = NONE;
    rest();
  }

  private void rest() {
    asked = false;
    askedNs = NONE;
    againNs = answerNs == 0 ? AGAIN_NS : Math.max(AGAIN_NS_MIN, Math.min(AGAIN_NS, 3 * answerNs));
  }

  /** The writer has more than arrived: what is missing was sent a while ago. */
  void onBehind(long nowNs) {
    lastArrivalNs = Math.min(lastArrivalNs, nowNs - TAIL_NS);
  }

  /** Looks at the intake again after something changed. */
  void wonder(Intake intake, Peer peer, long nowNs) {
    if (!intake.isWaiting()) {
      askAtNs = NONE;
    } else if (askAtNs == NONE) {
      askAtNs = nowNs + (intake.hasHole() ? FIRST_NS + peer.jitter(FIRST_JITTER_NS) : TAIL_NS);
    } else if (!asked && intake.hasHole()) {
      askAtNs = Math.min(askAtNs, nowNs + FIRST_NS + FIRST_JITTER_NS);
    }
  }

  boolean isDue(long nowNs) {
    return nowNs >= askAtNs;
  }

  boolean isQuiet(long nowNs) {
    return nowNs - lastArrivalNs >= TAIL_NS;
  }

  /** It was time, but nothing is missing yet. */
  void onNothingMissing(boolean waiting, long nowNs) {
    askAtNs = waiting ? nowNs + TAIL_NS : NONE;
  }

  void onAsked(Peer peer, long nowNs) {
    askedNs = asked ? NONE : nowNs;
    asked = true;
    askAtNs = nowNs + againNs + peer.jitter(againNs / 4);
    againNs = Math.min(AGAIN_NS_MAX, againNs + againNs / 4);
  }
}
