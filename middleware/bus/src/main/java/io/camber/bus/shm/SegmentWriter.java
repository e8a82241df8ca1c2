package io.camber.bus.shm;

import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The sending end: claim, fill, commit at the tail of its own segment. Nothing on this way locks, allocates or enters the
 * kernel, except when a reader sleeps (its bell), is slow (the gate), or when the segment has to be changed for a larger or
 * an unharmed one.
 */
final class SegmentWriter implements WireWriter {
  /** From this length on it pays to write where the caches still are rather than all through the ring. */
  private static final int WARM_BYTES_MIN = 256 << 10;

  /** With fewer, every other message would have to ask where its readers are, and wait for one that is a message behind. */
  private static final int PLACES_KEPT_MIN = 2;

  private final WriterSegments segments;
  private final Gate gate;
  private final SlowReaders policy;
  private final Object shared = new Object();
  private final WriterTally tally = new WriterTally();
  private final LinesAhead ahead = new LinesAhead();
  private final Patience patience = new Patience();

  private Segment segment;
  private ByteBuffer bytes;
  private ByteBuffer claimView;
  private int ringAt;
  private int ringMask;
  private int recordBytesMax;

  private long position;
  private long limit;
  private long intent;
  private long newestStart;
  private int newestLength;

  private boolean isClaimed;
  private long claimStart;
  private int claimPadding;
  private int claimOrigins;
  private int claimOriginLength;
  private int claimLength;
  private long claimSequence;
  private long claimTimeNs;
  private long claimMeasurementNs;
  private volatile boolean isHarmed;
  private volatile boolean isClosed;
  private @Nullable WireCounters last;

  SegmentWriter(WriterSegments segments, Gate gate, SlowReaders policy) {
    this.segments = segments;
    this.gate = gate;
    this.policy = policy;
    Segment first = segments.first();
    this.segment = first;
    this.bytes = first.bytes;
    this.claimView = view(first);
    this.ringAt = first.ringAt;
    this.ringMask = first.ringBytes - 1;
    this.recordBytesMax = segments.recordBytesMax(first);
    gate.update(first.info);
  }

  private static ByteBuffer view(Segment segment) {
    return segment.bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean send(WireHeader header, ByteBuffer payload) {
    int length = payload.remaining();
    try {
      if (!reserve(header, length)) {
        return false;
      }
      bytes.put(payloadAt(), payload, payload.position(), length);
      publish(length);
      return true;
    } catch (InternalError e) { // what a vanished page of a mapping becomes
      recover(e);
      return send(header, payload);
    }
  }

  @Override
  public @Nullable ByteBuffer claim(WireHeader header, int lengthMax) {
    try {
      if (!reserve(header, lengthMax)) {
        return null;
      }
    } catch (InternalError e) {
      recover(e);
      return claim(header, lengthMax);
    }
    int at = payloadAt();
    return claimView.clear().limit(at + lengthMax).position(at);
  }

  private int payloadAt() {
    return ringAt + ((int) claimStart & ringMask) + RecordLayout.HEADER_BYTES + claimOrigins;
  }

  @Override
  public void commit(int length) {
    if (!isClaimed || length < 0 || length > claimLength) {
      throw new IllegalStateException(
          isClaimed ? "length=" + length + " is outside [0, " + claimLength + "]" : "no claim");
    }
    publish(length);
  }

  @Override
  public void abort() {
    if (!isClaimed) {
      throw new IllegalStateException("no claim");
    }
    isClaimed = false; // the word at the tail is still 0: nobody has seen anything
  }

  /**
   * Finds room for a record. Its first words are written last, by {@link #publish}: readers look at that line all the time,
   * and every touch takes it away from them.
   */
  private boolean reserve(WireHeader header, int length) {
    if (isClaimed) {
      throw new IllegalStateException("the claim before is neither committed nor aborted");
    }
    if (length < 0 || length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "length=" + length + " is outside [0, " + PAYLOAD_BYTES_MAX + "]");
    }
    int originLength = header.originLength();
    int origins = Words.alignUp(originLength, RecordLayout.ALIGNMENT);
    int record =
        RecordLayout.HEADER_BYTES + origins + Words.alignUp(length, RecordLayout.ALIGNMENT);
    if (record > recordBytesMax || isHarmed) {
      exchange(record);
    }
    claimPadding = padding(record);
    if (end(record) > limit && !makeRoom(record)) {
      return false;
    }
    claimStart = position + claimPadding;
    claimOrigins = origins;
    claimLength = length;
    claimSequence = header.sequence();
    claimTimeNs = header.publishTimeNs();
    claimMeasurementNs = header.measurementTimeNs();
    claimOriginLength = originLength;
    isClaimed = true;
    if (originLength > 0) {
      int at = ringAt + ((int) claimStart & ringMask);
      bytes.put(at + RecordLayout.HEADER_BYTES, header.originBytes(), 0, originLength);
    }
    return true;
  }

  /** Where the word behind a record ends that is written now. */
  private long end(int record) {
    return position + claimPadding + record + RecordLayout.ALIGNMENT;
  }

  /** A record does not wrap: what is left of the ring is skipped. */
  private int padding(int record) {
    int offset = (int) position & ringMask;
    int toEnd = ringMask + 1 - offset;
    if (record < WARM_BYTES_MIN || offset == 0) {
      return record > toEnd ? toEnd : 0;
    }
    boolean isFull = record + RecordLayout.ALIGNMENT > toEnd;
    return isFull || canTurnBack(record, toEnd) ? toEnd : RecordLayout.ALIGNMENT;
  }

  /**
   * Whether a large record may go to the start of the ring already: every reader holds its position, is done with what lies there,
   * and the topic's depth of messages stays in places of their own besides. The newest so stays whole for those who join; one
   * word between large records makes {@code depth + 1} places of the same length enough for that, and three at least.
   */
  private boolean canTurnBack(int record, int toEnd) {
    int places = Math.max(PLACES_KEPT_MIN, segment.info.topic().qos().depth());
    long kept = places * (record + (long) RecordLayout.ALIGNMENT);
    if (((int) newestStart & ringMask) < kept) {
      return false;
    }
    gate.update(segment.info);
    if (!gate.hasOnlyHolders() || policy.action() == SlowReaders.Action.DROP_OLDEST) {
      return false;
    }
    long needed = position + toEnd + record + RecordLayout.ALIGNMENT - segment.ringBytes;
    return gate.slowestPosition(segment.info) >= needed;
  }

  private void publish(int length) {
    isClaimed = false;
    int padded = Words.alignUp(length, RecordLayout.ALIGNMENT);
    int record = RecordLayout.HEADER_BYTES + claimOrigins + padded;
    int at = ringAt + ((int) claimStart & ringMask);
    long next = claimStart + record;
    Words.putLong(bytes, ringAt + ((int) next & ringMask), 0);
    Words.putLong(bytes, at + RecordLayout.SEQUENCE, claimSequence);
    Words.putLong(bytes, at + RecordLayout.PUBLISH_TIME, claimTimeNs);
    Words.putLong(bytes, at + RecordLayout.MEASUREMENT_TIME, claimMeasurementNs);
    int flags = RecordLayout.flags(padded - length, claimOriginLength);
    Words.putLongRelease(bytes, at, RecordLayout.word(record, flags));
    if (claimPadding > 0) {
      int paddingAt = ringAt + ((int) position & ringMask);
      Words.putLongRelease(
          bytes, paddingAt, RecordLayout.word(claimPadding, RecordLayout.KIND_PADDING));
    }
    long before = position;
    position = next;
    newestStart = claimStart;
    newestLength = record;
    tally.count(bytes, claimStart, segment.indexMask, length, claimTimeNs);
    ahead.look(tally.messages(), gate, segment.info, before);
    ahead.take(bytes, ringAt, ringMask, position, record, limit);
    if (gate.isStale()) {
      gate.update(segment.info); // somebody came whose bell is not known yet
    }
    if (gate.hasSleepers()) {
      VarHandle.fullFence();
      gate.wake();
    }
  }

  /**
   * Moves the limit so that the record fits, or waits for, refuses or leaves behind whoever is in the way. The intent is
   * raised before the readers are looked at, and readers hold a position before they look at the intent: one of the two
   * always sees the other.
   */
  private boolean makeRoom(int record) {
    segments.unlinkRetired(gate);
    boolean isWaiting = false;
    while (true) {
      claimPadding = padding(record);
      if (extend(record)) {
        return true;
      }
      GateReader reader = gate.slowest();
      if (reader == null) {
        continue;
      }
      if (!reader.info.isReliable() || policy.action() == SlowReaders.Action.DROP_OLDEST) {
        // it reads in place: leave it the segment, and no pins in the next
        move(segment.ringBytes, false);
        continue;
      }
      if (!isWaiting) {
        isWaiting = true;
        patience.begin();
        tally.countRefused(bytes);
      }
      if (patience.isOver(policy.waitNs())) {
        if (segments.forget(reader)) {
          continue;
        }
        if (policy.action() == SlowReaders.Action.REFUSE) {
          return false;
        }
        evict(reader);
        continue;
      }
      if (patience.isProbeDue()) {
        segments.probe(reader);
      }
      patience.pause();
    }
  }

  /**
   * Raises the limit over a record's end, if no reader is in the way. The intent stays where it is if somebody is at the first
   * look: what is not going to be overwritten must not look so to a reader that comes meanwhile.
   */
  private boolean extend(int record) {
    long end = end(record);
    long free = free();
    if (free < end) {
      return false;
    }
    int step = record < WARM_BYTES_MIN ? RingSize.stepBytes(segment.ringBytes) : 0;
    intent = Math.max(intent, Math.min(end + step, free));
    Words.putLongVolatile(bytes, EndLayout.INTENT_AT, intent);
    VarHandle.fullFence();
    long allowed = free();
    if (allowed < end) {
      return false;
    }
    limit = Math.min(intent, allowed);
    return true;
  }

  /** Up to where the readers of this moment leave the ring to the writer. */
  private long free() {
    gate.update(segment.info);
    long slowest = gate.slowestPosition(segment.info);
    return slowest == Long.MAX_VALUE ? slowest : slowest + segment.ringBytes;
  }

  private void evict(GateReader reader) {
    reader.letGo();
    segments.report(
        WireEvent.Kind.READER_OVERRUN,
        reader.info.node(),
        "let go after " + policy.waitNs() / 1_000_000 + " ms at message " + tally.messages());
    move(segment.ringBytes, segment.isPinnable);
  }

  /** Another segment because the record is too long for this one or because this one's file was harmed. */
  private void exchange(int record) {
    if (isClosed) {
      throw closed();
    }
    if (isHarmed) {
      isHarmed = false;
      if (segment.mapping.isWhole()) {
        move(segment.ringBytes, segment.isPinnable);
      } else {
        abandon();
      }
    }
    int wanted = segments.ringBytes(record, segment);
    if (wanted != segment.ringBytes) {
      move(wanted, segment.isPinnable);
    }
  }

  private WireException closed() {
    return new WireException("node " + segment.info.node() + " sends to "
        + segment.info.topic().name() + " after that was closed");
  }

  private void move(int ringBytes, boolean isPinnable) {
    if (!segment.mapping.isWhole()) {
      abandon();
      return;
    }
    Segment old = segment;
    Segment next = segments.next(old, ringBytes, tally.messages(), isPinnable);
    long carried = next.firstNumber == tally.messages()
        ? 0
        : segments.carryNewest(old, newestStart, newestLength, next);
    long end = position;
    adopt(next, carried);
    segments.retire(old, end, gate);
  }

  /** Refuses after {@link #close}, which ends the segment that it finds. */
  private void adopt(Segment next, long newPosition) {
    synchronized (shared) {
      if (last != null) {
        segments.discard(next);
        throw closed();
      }
      segment = next;
      bytes = next.bytes;
      claimView = view(next);
      ringAt = next.ringAt;
      ringMask = next.ringBytes - 1;
      recordBytesMax = segments.recordBytesMax(next);
      position = newPosition;
      limit = newPosition;
      intent = newPosition;
      newestStart = 0;
      Words.putLongVolatile(bytes, EndLayout.INTENT_AT, newPosition);
      tally.carryTo(bytes);
    }
    segments.show(next);
    gate.update(next.info);
  }

  /** A page of the mapping has vanished. */
  private void recover(InternalError error) {
    if (segment.mapping.isWhole()) {
      throw error;
    }
    abandon();
  }

  /** Somebody cut the file under us: leave it untouched and go on in a fresh one. */
  private void abandon() {
    Segment old = segment;
    isClaimed = false;
    segments.report(WireEvent.Kind.MALFORMED, "", old.mapping.path + " was cut; writing anew");
    adopt(segments.replacement(old, tally.messages()), 0);
    segments.abandon(old);
  }

  /** The watcher noticed harm; the next message goes to a fresh segment. */
  void markHarmed() {
    isHarmed = true;
  }

  EndInfo info() {
    synchronized (shared) {
      return segment.info;
    }
  }

  boolean isWhole() {
    synchronized (shared) {
      return last != null || segment.mapping.isWhole();
    }
  }

  @Override
  public WireCounters counters() {
    synchronized (shared) {
      WireCounters done = last;
      return done != null ? done : EndInfo.counters(segment.bytes);
    }
  }

  @Override
  public void close() {
    Segment current;
    synchronized (shared) {
      if (last != null) {
        return;
      }
      last = counters();
      current = segment;
    }
    isClosed = true;
    // makes the next send look, without a second flag for all the others to look at
    isHarmed = true;
    // as abort() does, though another thread may just have committed
    isClaimed = false;
    segments.close(current, position, gate);
    gate.close();
  }
}
