package io.camber.bus.udp.protocol;

import io.camber.bus.udp.protocol.Subscriber.Queue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of one remote writer. Reliable: a window of messages is put together and handed over in order, what is
 * missing is asked for after a short wait with jitter. Best effort: only the newest message is put together, and its
 * fragments are asked for while it is the newest.
 */
final class InStream {
  private static final long NONE = Long.MAX_VALUE;

  /** Wait before the first question, so that a reordered datagram may still come. */
  private static final long ASK_FIRST_NS = 400_000;

  private static final long ASK_JITTER_NS = 600_000;

  /** An answer takes a round trip; asking again earlier would bring everything twice. */
  private static final long ASK_AGAIN_NS = 3_000_000;

  private static final long ASK_AGAIN_NS_MAX = 12_000_000;

  /** Silence after which the end of a message or stream counts as lost too. */
  private static final long TAIL_NS = 3_000_000;

  private static final int ASSEMBLED_BYTES_MAX = 64 << 20;

  private final Peer peer;
  private final EndpointEntry writer;
  private final boolean reliable;
  private final BufferPool pool;
  private final List<Queue> queues = new ArrayList<>(1);
  private final List<Subscriber> readers = new ArrayList<>(1);
  private final @Nullable Assembly[] window;
  private final ArrayList<Assembly> spare = new ArrayList<>();
  private @Nullable Assembly newest;

  private boolean started;
  private long expected;
  private long highSequence;
  private int highOffset;
  private long knownNext;
  private long heldBytes;
  private long askAtNs = NONE;
  private long askAgainNs = ASK_AGAIN_NS;
  private long lastArrivalNs;
  private boolean statusDue;

  InStream(Peer peer, EndpointEntry writer, boolean reliable, BufferPool pool) {
    this.peer = peer;
    this.writer = writer;
    this.reliable = reliable;
    this.pool = pool;
    this.window = new Assembly[reliable ? ProtocolConfig.WINDOW_MESSAGES : 0];
  }

  int writer() {
    return writer.id();
  }

  EndpointEntry entry() {
    return writer;
  }

  boolean isReliable() {
    return reliable;
  }

  void serve(Subscriber reader, Queue queue) {
    readers.add(reader);
    queues.add(queue);
  }

  boolean serves(List<Subscriber> others) {
    return readers.equals(others);
  }

  boolean isStarted() {
    return started;
  }

  /** Next message that the slowest reader has not taken yet. */
  long consumed() {
    if (!started) {
      return -1;
    }
    long least = expected;
    for (int i = 0; i < queues.size(); i++) {
      least = Math.min(least, queues.get(i).firstWaiting(expected));
    }
    return least;
  }

  long expected() {
    return expected;
  }

  long highSequence() {
    return Math.max(highSequence, expected);
  }

  int highOffset() {
    return highSequence >= expected ? highOffset : 0;
  }

  /** Takes a fragment; answers false when its numbers do not fit what is known of the message. */
  boolean onData(
      long sequence,
      int messageBytes,
      int offset,
      int fragmentBytes,
      ByteBuffer source,
      int at,
      int length,
      long nowNs) {
    if (!started) {
      if (reliable) {
        return true; // its STREAM has not come yet; what is missed now is repaired then
      }
      started = true;
      expected = sequence;
    }
    if (sequence < expected) {
      peer.traffic().countFragmentTwice();
      return true;
    }
    lastArrivalNs = nowNs;
    return reliable
        ? onReliable(sequence, messageBytes, offset, fragmentBytes, source, at, length, nowNs)
        : onNewest(sequence, messageBytes, offset, fragmentBytes, source, at, length, nowNs);
  }

  private boolean onReliable(
      long sequence,
      int messageBytes,
      int offset,
      int fragmentBytes,
      ByteBuffer source,
      int at,
      int length,
      long nowNs) {
    if (sequence >= expected + ProtocolConfig.WINDOW_MESSAGES) {
      return true; // further ahead than an honest writer runs before a STATUS it can trust: asked
      // for later
    }
    int slot = (int) sequence & (ProtocolConfig.WINDOW_MESSAGES - 1);
    Assembly assembly = window[slot];
    if (assembly == null) {
      if (heldBytes + messageBytes > ASSEMBLED_BYTES_MAX && sequence != expected) {
        return true;
      }
      assembly = begin(sequence, messageBytes, fragmentBytes);
      window[slot] = assembly;
      heldBytes += messageBytes;
    }
    if (!assembly.fits(messageBytes, fragmentBytes)) {
      return false;
    }
    if (!assembly.add(offset, source, at, length)) {
      peer.traffic().countFragmentTwice();
    }
    noteHigh(sequence, offset + length);
    deliverReady();
    wonder(nowNs);
    return true;
  }

  private void noteHigh(long sequence, int end) {
    if (sequence > highSequence) {
      highSequence = sequence;
      highOffset = end;
    } else if (sequence == highSequence) {
      highOffset = Math.max(highOffset, end);
    }
    knownNext = Math.max(knownNext, sequence + 1);
  }

  private Assembly begin(long sequence, int messageBytes, int fragmentBytes) {
    Assembly assembly = spare.isEmpty() ? new Assembly(pool) : spare.remove(spare.size() - 1);
    assembly.start(sequence, messageBytes, fragmentBytes);
    return assembly;
  }

  private void deliverReady() {
    while (true) {
      int slot = (int) expected & (ProtocolConfig.WINDOW_MESSAGES - 1);
      Assembly assembly = window[slot];
      if (assembly == null || !assembly.isComplete()) {
        return;
      }
      window[slot] = null;
      heldBytes -= assembly.message().length();
      hand(assembly);
      expected++;
      askAgainNs = ASK_AGAIN_NS;
    }
  }

  private void hand(Assembly assembly) {
    long sequence = assembly.sequence();
    MessageBuffer message = assembly.finish();
    spare.add(assembly);
    if (message.isConsistent()) {
      for (int i = 0; i < queues.size(); i++) {
        queues.get(i).offer(message.lease(), sequence);
      }
    } else {
      peer.traffic().countMalformed();
    }
    message.release();
  }

  private boolean onNewest(
      long sequence,
      int messageBytes,
      int offset,
      int fragmentBytes,
      ByteBuffer source,
      int at,
      int length,
      long nowNs) {
    Assembly assembly = newest;
    if (assembly != null && sequence < assembly.sequence()) {
      return true;
    }
    if (assembly != null && sequence > assembly.sequence()) {
      assembly.abandon();
      spare.add(assembly);
      assembly = null;
    }
    if (assembly == null) {
      assembly = begin(sequence, messageBytes, fragmentBytes);
      newest = assembly;
      askAtNs = NONE;
      askAgainNs = ASK_AGAIN_NS;
    }
    if (!assembly.fits(messageBytes, fragmentBytes)) {
      return false;
    }
    if (!assembly.add(offset, source, at, length)) {
      peer.traffic().countFragmentTwice();
    }
    noteHigh(sequence, offset + length);
    if (assembly.isComplete()) {
      newest = null;
      lose(sequence - expected);
      hand(assembly);
      expected = sequence + 1;
      askAtNs = NONE;
    } else {
      wonder(nowNs);
    }
    return true;
  }

  private void lose(long count) {
    if (count > 0) {
      for (int i = 0; i < queues.size(); i++) {
        queues.get(i).lose(count);
      }
    }
  }

  /** The writer told where the stream stands: it may have ended, begun, or gone on without us. */
  boolean onPosition(long start, long first, long next, long nowNs) {
    boolean honest = 0 <= start
        && 0 <= first
        && first <= next
        && start <= next
        && next - first <= ProtocolConfig.WINDOW_MESSAGES;
    if (!honest) {
      return false;
    }
    statusDue = true;
    if (!started) {
      started = true;
      expected = Math.max(start, 0);
      highSequence = expected;
      highOffset = 0;
    }
    if (reliable && first > expected) {
      jump(first);
    }
    if (reliable && next > knownNext) {
      knownNext = next;
      lastArrivalNs = Math.min(lastArrivalNs, nowNs - TAIL_NS);
    }
    wonder(nowNs);
    return true;
  }

  private void jump(long first) {
    long lost = 0;
    while (expected < first) {
      int slot = (int) expected & (ProtocolConfig.WINDOW_MESSAGES - 1);
      Assembly assembly = window[slot];
      if (assembly != null && assembly.sequence() == expected) {
        window[slot] = null;
        heldBytes -= assembly.message().length();
        if (assembly.isComplete()) {
          hand(assembly);
        } else {
          assembly.abandon();
          spare.add(assembly);
          lost++;
        }
        expected++;
      } else if (heldBytes == 0) {
        lost += first - expected;
        expected = first;
      } else {
        lost++;
        expected++;
      }
    }
    lose(lost);
    if (lost > 0) {
      peer.onOverrun(writer, lost);
    }
    highSequence = Math.max(highSequence, expected);
    deliverReady();
  }

  private boolean isWaiting() {
    return reliable ? expected < knownNext : newest != null;
  }

  private boolean hasHole() {
    if (!reliable) {
      return newest != null && newest.hasHole();
    }
    if (expected < highSequence) {
      return true;
    }
    Assembly assembly = window[(int) expected & (ProtocolConfig.WINDOW_MESSAGES - 1)];
    return assembly != null && assembly.hasHole();
  }

  private void wonder(long nowNs) {
    if (!isWaiting()) {
      askAtNs = NONE;
    } else if (askAtNs == NONE) {
      askAtNs = nowNs + (hasHole() ? ASK_FIRST_NS + peer.jitter(ASK_JITTER_NS) : TAIL_NS);
    } else if (askAgainNs == ASK_AGAIN_NS && hasHole()) {
      askAtNs = Math.min(askAtNs, nowNs + ASK_FIRST_NS + ASK_JITTER_NS);
    }
  }

  /** Asks for what is missing, if it is time. */
  void askIfDue(FrameWriter frames, MissingRanges ranges, long nowNs) {
    if (nowNs < askAtNs) {
      return;
    }
    ranges.clear();
    boolean quiet = nowNs - lastArrivalNs >= TAIL_NS;
    findMissing(ranges, quiet);
    if (ranges.isEmpty()) {
      askAtNs = isWaiting() ? nowNs + TAIL_NS : NONE;
      return;
    }
    ByteBuffer frame = frames.begin(Frames.NAK);
    frame.putInt(writer.id());
    ranges.write(frame);
    frames.send(peer);
    peer.traffic().countRepairAsked();
    askAtNs = nowNs + askAgainNs + peer.jitter(askAgainNs / 4);
    askAgainNs = Math.min(ASK_AGAIN_NS_MAX, askAgainNs + askAgainNs / 4);
  }

  private void findMissing(MissingRanges ranges, boolean quiet) {
    if (!reliable) {
      if (newest != null) {
        newest.findMissing(ranges, quiet);
      }
      return;
    }
    long end = quiet ? knownNext : Math.min(knownNext, highSequence + 1);
    for (long s = expected; s < end && !ranges.isFull(); s++) {
      Assembly assembly = window[(int) s & (ProtocolConfig.WINDOW_MESSAGES - 1)];
      if (assembly == null) {
        ranges.add(s, 0, Integer.MAX_VALUE);
      } else if (!assembly.isComplete()) {
        assembly.findMissing(ranges, quiet || s < highSequence);
      }
    }
  }

  /** Whether the writer has not heard the newest state. */
  boolean takesStatus() {
    boolean due = statusDue;
    statusDue = false;
    return due;
  }

  void markStatusDue() {
    statusDue = true;
  }

  /** The reader's backlog when a STATUS goes out: it will want another when that has been worked off. */
  void noteStatusSent() {
    for (int i = 0; i < queues.size(); i++) {
      queues.get(i).noteStatusSent();
    }
  }

  Peer peer() {
    return peer;
  }

  void close() {
    for (int i = 0; i < window.length; i++) {
      Assembly assembly = window[i];
      if (assembly != null) {
        assembly.abandon();
        window[i] = null;
      }
    }
    if (newest != null) {
      newest.abandon();
      newest = null;
    }
    for (Queue queue : queues) {
      queue.end();
    }
    queues.clear();
  }
}
