package io.camber.bus.udp.protocol;

/**
 * One writer's way to the readers of one peer: what was sent, what is in flight, what has to be sent again. The bytes in
 * flight are bounded by a window that shrinks on loss and grows by an eighth of what arrives, but never below what a fast
 * local network carries in one round trip; so a slow path is slowed for this topic only.
 */
final class OutLink {
  private static final int RESENDS_MAX = 256;
  private static final long ANSWER_TIMEOUT_NS = 20_000_000;
  private static final int WINDOW_FRAGMENTS_MIN = 16;

  final OutStream stream;
  final Peer peer;
  final boolean reliable;
  final long start;
  private final int fragmentBytes;
  private final int windowMax;
  private final int windowMin;

  private long sendSequence;
  private int sendOffset;
  private long consumed;
  private long seenPosition;
  private long askedPosition;
  private long lastSentNs;
  private long lastAnswerNs;
  private int window;
  private boolean tailTold = true;
  private boolean confirmed;

  private final long[] resendSequence = new long[RESENDS_MAX];
  private final int[] resendFrom = new int[RESENDS_MAX];
  private final int[] resendTo = new int[RESENDS_MAX];
  private int resendHead;
  private int resendCount;

  OutLink(OutStream stream, Peer peer, boolean reliable, ProtocolConfig config, int fragmentBytes) {
    this.stream = stream;
    this.peer = peer;
    this.reliable = reliable;
    this.fragmentBytes = fragmentBytes;
    this.start = stream.startForNewReader();
    this.sendSequence = start;
    this.consumed = start;
    this.seenPosition = stream.position(start);
    this.askedPosition = seenPosition;
    this.windowMax = config.windowBytesMax();
    this.windowMin = Math.min(windowMax, WINDOW_FRAGMENTS_MIN * fragmentBytes);
    this.window = windowMax;
  }

  boolean holdsBack(boolean crowded) {
    if (!peer.isAlive()) {
      return reliable && !crowded;
    }
    return reliable || sendOffset > 0;
  }

  long oldestNeeded() {
    return reliable ? consumed : sendSequence;
  }

  /** The reader will not get anything before this message. */
  void skipTo(long sequence) {
    consumed = Math.max(consumed, sequence);
    if (sendSequence < sequence) {
      sendSequence = sequence;
      sendOffset = 0;
    }
  }

  boolean hasBacklog() {
    return resendCount > 0 || sendSequence < stream.next();
  }

  /** Bytes of the stream before what is to be sent next. */
  long sentPosition() {
    return stream.position(sendSequence) + sendOffset;
  }

  /** Sends what may be sent now. */
  void flush(FrameWriter frames, long nowNs, int fragmentsMax) {
    int budget = fragmentsMax;
    while (resendCount > 0 && budget > 0) {
      budget--;
      resendOne(frames);
    }
    catchUp();
    long inFlight = sentPosition() - seenPosition;
    if (inFlight >= window && nowNs - Math.max(lastAnswerNs, lastSentNs) > ANSWER_TIMEOUT_NS) {
      seenPosition = sentPosition(); // the answer got lost: assume the path is empty again
      window = Math.max(windowMin, window / 2);
      inFlight = 0;
    }
    while (sendSequence < stream.next() && inFlight < window && budget > 0 && isFilled()) {
      budget--;
      inFlight += sendOne(frames, inFlight);
      lastSentNs = nowNs;
      tailTold = false;
    }
  }

  /** Whether the next fragment is there; a large message may still be filled in. */
  private boolean isFilled() {
    MessageBuffer message = stream.message(sendSequence);
    return message.readyBytes() >= Math.min(message.length(), sendOffset + fragmentBytes);
  }

  private void catchUp() {
    if (sendSequence < stream.first()) {
      skipTo(stream.first());
    }
    boolean stale = !reliable && sendOffset == 0 && sendSequence < stream.next() - 1;
    if (stale) {
      long newest = stream.next() - 1;
      if (sentPosition() - seenPosition >= window
          || stream.message(newest).length() > fragmentBytes) {
        sendSequence = newest; // keep-last: what could not be sent in time is skipped
      }
    }
  }

  private int sendOne(FrameWriter frames, long inFlight) {
    MessageBuffer message = stream.message(sendSequence);
    int length = Math.min(fragmentBytes, message.length() - sendOffset);
    long position = sentPosition() + length;
    boolean last = inFlight + length >= window;
    boolean ask =
        last || position - askedPosition >= window / 4 || (reliable && isQuarter(sendSequence));
    if (ask) {
      askedPosition = position;
    }
    frames.data(peer, stream.entry.id(), sendSequence, message, sendOffset, fragmentBytes, ask);
    sendOffset += length;
    if (sendOffset >= message.length()) {
      sendSequence++;
      sendOffset = 0;
    }
    return length;
  }

  private static boolean isQuarter(long sequence) {
    return (sequence & 255) == 255;
  }

  private void resendOne(FrameWriter frames) {
    int slot = resendHead;
    long sequence = resendSequence[slot];
    int from = resendFrom[slot];
    if (stream.has(sequence)) {
      MessageBuffer message = stream.message(sequence);
      frames.repair(peer, stream.entry.id(), sequence, message, from, fragmentBytes);
      from += fragmentBytes;
      if (from < Math.min(resendTo[slot], message.length())) {
        resendFrom[slot] = from;
        return;
      }
    }
    resendHead = (resendHead + 1) % RESENDS_MAX;
    resendCount--;
  }

  /** A reader misses bytes of a message; clipped to what was sent and is still at hand, and answers how many. */
  int onNak(long sequence, int from, int to) {
    boolean sent = sequence < sendSequence || (sequence == sendSequence && from < sendOffset);
    if (!sent || !stream.has(sequence) || resendCount == RESENDS_MAX) {
      return 0;
    }
    int end = Math.min(
        to, sequence == sendSequence ? sendOffset : stream.message(sequence).length());
    int begin = from - from % fragmentBytes;
    if (begin >= end) {
      return 0;
    }
    int slot = (resendHead + resendCount) % RESENDS_MAX;
    resendSequence[slot] = sequence;
    resendFrom[slot] = begin;
    resendTo[slot] = end;
    resendCount++;
    return end - begin;
  }

  /**
   * The path loses. Reliable: the window shrinks by as much, which is more than it grows when more than an eighth is lost. Of
   * samples only the losses of the newest are heard of, so it shrinks by a quarter, and leaves room on a full link to commands.
   */
  void onLoss(int bytes) {
    int quarter = window / 4;
    window = Math.max(windowMin, window - (reliable ? Math.min(quarter, bytes) : quarter));
  }

  /** What the reader has seen and consumed. */
  void onStatus(long newConsumed, long highSequence, int highOffset, long nowNs) {
    lastAnswerNs = nowNs;
    confirmed = true;
    if (newConsumed > consumed && newConsumed <= stream.next()) {
      consumed = newConsumed;
      if (sendSequence < consumed) {
        sendSequence = consumed;
        sendOffset = 0;
      }
    }
    if (highSequence <= sendSequence) {
      long seen = Math.min(sentPosition(), stream.position(highSequence) + highOffset);
      if (seen > seenPosition) {
        window = (int) Math.min(windowMax, window + (seen - seenPosition) / 8 + 1);
        seenPosition = seen;
      }
    }
  }

  /** Tells the end of a burst once, so that a lost last message is missed soon. */
  boolean takesTail(long nowNs, long quietNs) {
    boolean due = reliable && !tailTold && consumed < sendSequence && nowNs - lastSentNs >= quietNs;
    if (due) {
      tailTold = true;
    }
    return due;
  }

  /** Whether the reader knows where its stream begins. */
  boolean isConfirmed() {
    return confirmed;
  }

  boolean isSettled() {
    return consumed >= stream.next();
  }
}
