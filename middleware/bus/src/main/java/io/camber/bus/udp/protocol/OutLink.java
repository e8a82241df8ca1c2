package io.camber.bus.udp.protocol;

import java.util.Set;

/**
 * One writer's way to the readers of one peer: what was sent, what is in flight, what has to be sent again. The bytes in
 * flight are bounded by a {@link FlightWindow}; so a slow path is slowed for this topic only.
 */
final class OutLink {
  private static final int RESENDS_MAX = 256;
  private static final int MARKS_PER_WINDOW = 16;
  private static final long ANSWER_TIMEOUT_NS = 20_000_000;

  final OutStream stream;
  final Peer peer;
  final boolean reliable;
  private final long start;

  /** Given up before this reader came, so that it cannot miss them. */
  private final Set<Long> goneBefore;

  private final int fragmentBytes;
  private final FlightWindow window;
  private final SentMarks marks = new SentMarks();
  private final AnswerTimer timer;

  private long sendSequence;
  private int sendOffset;
  private long begun = -1;
  private long sentBytes;
  private long consumed;
  private long wanted;
  private long seenBytes;
  private long askedBytes;
  private long lastSentNs;
  private long lastAnswerNs;
  private boolean tailTold = true;
  private boolean confirmed;

  private final long[] resendSequence = new long[RESENDS_MAX];
  private final int[] resendFrom = new int[RESENDS_MAX];
  private final int[] resendTo = new int[RESENDS_MAX];
  private int resendHead;
  private long repairedSequence = -1;
  private int repairedTo;
  private long repairedNs;
  private int resendCount;

  OutLink(OutStream stream, Peer peer, boolean reliable, ProtocolConfig config, int fragmentBytes) {
    this.stream = stream;
    this.peer = peer;
    this.reliable = reliable;
    this.fragmentBytes = fragmentBytes;
    this.start = stream.startForNewReader();
    this.goneBefore = stream.givenUpFrom(start);
    this.sendSequence = start;
    this.consumed = start;
    this.window = new FlightWindow(reliable, config.windowBytesMax(), fragmentBytes, peer.path);
    this.timer = new AnswerTimer(peer.path);
  }

  /** Whether what the reader has not consumed has to be kept. */
  boolean holdsBack(boolean crowded) {
    return reliable && (peer.isAlive() || !crowded);
  }

  /** Next message that the reader has not consumed. */
  long consumed() {
    return consumed;
  }

  /** Whether this sample is on its way to the reader, but not all of it has been sent. */
  boolean isAmid(long sequence) {
    return !reliable && sendOffset > 0 && sendSequence == sequence && peer.isAlive();
  }

  /** The reader will not get anything before this message. */
  void skipTo(long sequence) {
    consumed = Math.max(consumed, sequence);
    if (sendSequence < sequence) {
      jumpTo(sequence);
    }
  }

  private void jumpTo(long sequence) {
    sendSequence = sequence;
    sendOffset = 0;
  }

  /** Where the reader's stream starts, or starts again behind messages that were given up before it came. */
  long start() {
    long next = Math.max(consumed, wanted);
    if (!goneBefore.contains(next)) {
      return start;
    }
    while (goneBefore.contains(next)) {
      next++;
    }
    return next;
  }

  /** The oldest message that the reader may still get. */
  long first() {
    long next = Math.max(consumed, wanted);
    return stream.isGivenUp(next) ? stream.pastGivenUp(next) : stream.first();
  }

  /** The oldest message that is asked for: what comes before it has arrived, even if a slow subscriber has not taken it. */
  void onWanted(long sequence) {
    wanted = Math.max(wanted, sequence);
  }

  /** Whether the reader asks for this message in vain. */
  boolean isGone(long sequence) {
    return reliable ? sequence < first() : stream.isGivenUp(sequence); // others may be on their way
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
    long inFlight = sentBytes - seenBytes;
    if (inFlight >= window.bytes()
        && nowNs - Math.max(lastAnswerNs, lastSentNs) > ANSWER_TIMEOUT_NS) {
      seenBytes = sentBytes; // the answer got lost: assume the path is empty again
      window.onSilence();
      timer.onSilence();
      inFlight = 0;
    }
    while (sendSequence < stream.next() && inFlight < window.bytes() && budget > 0 && isFilled()) {
      budget--;
      inFlight += sendOne(frames, inFlight, nowNs);
      lastSentNs = nowNs;
      tailTold = false;
      catchUp();
    }
  }

  /** Whether the next fragment is there; a large message may still be filled in. */
  private boolean isFilled() {
    MessageBuffer message = stream.message(sendSequence);
    return message.readyBytes() >= Math.min(message.length(), sendOffset + fragmentBytes);
  }

  /** Leaves out what is gone or was given up, and samples that newer ones have overtaken. */
  private void catchUp() {
    if (sendSequence < stream.first()) {
      skipTo(stream.first());
    }
    if (stream.isGivenUp(sendSequence)) {
      jumpTo(stream.pastGivenUp(sendSequence));
    }
    boolean waits = sendOffset == 0 && sendSequence < stream.next() - 1;
    long newest = !reliable && waits ? stream.newestAfter(sendSequence) : sendSequence;
    if (newest > sendSequence) {
      if (sentBytes - seenBytes >= window.bytes()
          || stream.message(newest).length() > fragmentBytes) {
        jumpTo(newest); // keep-last: what could not be sent in time is skipped
      }
    }
  }

  private int sendOne(FrameWriter frames, long inFlight, long nowNs) {
    MessageBuffer message = stream.message(sendSequence);
    int length = Math.min(fragmentBytes, message.length() - sendOffset);
    long sent = sentBytes + length;
    boolean last = inFlight + length >= window.bytes();
    int end = sendOffset + length;
    boolean timed = !reliable
        && message.length() > fragmentBytes
        && timer.wants(sendOffset == 0, end == message.length());
    long unasked = sent - askedBytes;
    boolean ask = (last && unasked >= window.bytes() / 8)
        || timed
        || unasked >= window.bytes() / 4
        || (reliable && isQuarter(sendSequence));
    if (ask) {
      askedBytes = sent;
    }
    if (timed) {
      timer.onAsked(sendSequence, end, end == message.length(), nowNs);
    }
    frames.data(peer, stream.entry.id(), sendSequence, message, sendOffset, fragmentBytes, ask);
    if (sendOffset == 0) {
      marks.onBegin(sendSequence, sentBytes, window.bytes() / MARKS_PER_WINDOW);
      begun = sendSequence;
    }
    sendOffset = end;
    sentBytes = sent;
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
    if (stream.has(sequence) && !stream.isGivenUp(sequence)) {
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

  /**
   * A reader misses bytes of a message; clipped to what was sent and is still at hand, and answers how many. Bytes of samples that were
   * sent again a moment ago may still wait in a queue and are not sent once more.
   */
  int onNak(long sequence, int from, int to, long nowNs) {
    boolean sent = sequence < sendSequence || (sequence == sendSequence && from < sendOffset);
    if (!sent
        || !stream.has(sequence)
        || stream.isGivenUp(sequence)
        || resendCount == RESENDS_MAX) {
      return 0;
    }
    int end = Math.min(
        to, sequence == sendSequence ? sendOffset : stream.message(sequence).length());
    int begin = firstToRepair(sequence, from, nowNs);
    begin -= begin % fragmentBytes;
    if (begin >= end) {
      return 0;
    }
    int slot = (resendHead + resendCount) % RESENDS_MAX;
    resendSequence[slot] = sequence;
    resendFrom[slot] = begin;
    resendTo[slot] = end;
    resendCount++;
    repairedSequence = sequence;
    repairedTo = end;
    repairedNs = nowNs;
    return end - begin;
  }

  private int firstToRepair(long sequence, int from, long nowNs) {
    if (reliable || repairedSequence < 0 || nowNs - repairedNs >= timer.quickestNs()) {
      repairedSequence = -1;
      return from;
    }
    if (sequence < repairedSequence) {
      return Integer.MAX_VALUE;
    }
    return sequence == repairedSequence ? Math.max(from, repairedTo) : from;
  }

  /** The reader asks for that many lost bytes, of which the first are in this message. */
  void onLoss(int bytes, long sequence) {
    window.onLoss(bytes, marks.find(sequence, 0), sentBytes);
  }

  /** What the reader has seen and consumed. */
  void onStatus(long newConsumed, long highSequence, int highOffset, long nowNs) {
    lastAnswerNs = nowNs;
    confirmed = true;
    if (newConsumed > consumed && newConsumed <= stream.next()) {
      consumed = newConsumed;
      if (sendSequence < consumed) {
        jumpTo(consumed);
      }
    }
    if (highSequence <= sendSequence) {
      timer.onStatus(highSequence, highOffset, nowNs);
      long seen = highSequence > begun
          ? sentBytes
          : Math.min(sentBytes, marks.find(highSequence, highOffset));
      if (seen > seenBytes) {
        window.onSeen(seen - seenBytes, timer.queuedNs(nowNs));
        seenBytes = seen;
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

  void close() {
    timer.close();
  }

  /** Whether the reader has everything; of samples, whether everything was sent. */
  boolean isSettled() {
    return (reliable ? consumed : sendSequence) >= stream.next();
  }

  /** Grows whenever something of the stream is sent, arrives or is consumed. */
  long progress() {
    return sentBytes + seenBytes + consumed;
  }
}
