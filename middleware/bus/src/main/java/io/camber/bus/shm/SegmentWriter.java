package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireWriter;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sending end: claim, fill, commit at the tail of its own segment. Nothing on this way locks, allocates or enters the
 * kernel, except when a reader sleeps (its bell), is slow (the gate), or when the segment has to be changed for a larger or
 * an unharmed one. Whatever touches a segment is inside the {@link Door}.
 */
final class SegmentWriter implements WireWriter, Door.End {
  private final WriterSegments segments;
  private final Gate gate;
  private final SlowReaders policy;
  private final Door door = new Door(this);
  private final WriterTally tally = new WriterTally();
  private final LinesAhead ahead = new LinesAhead();
  private final Draft draft = new Draft();
  private final Leftover leftover = new Leftover();
  private final WarmRing warmth;
  private final Standoff standoff;
  private final PresentSegment present;

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

  private int padding;
  private volatile boolean isHarmed;

  SegmentWriter(WriterSegments segments, Gate gate, SlowReaders policy) {
    this.segments = segments;
    this.gate = gate;
    this.policy = policy;
    this.warmth = new WarmRing(gate, policy);
    this.standoff = new Standoff(segments, policy);
    Segment first = segments.first();
    this.present = new PresentSegment(first);
    this.segment = first;
    this.bytes = first.bytes;
    this.claimView = first.view();
    this.ringAt = first.ringAt;
    this.ringMask = first.ringBytes - 1;
    this.recordBytesMax = segments.recordBytesMax(first);
    gate.update(first.info);
  }

  @Override
  public boolean send(WireHeader header, ByteBuffer payload) {
    enter();
    try {
      return sendCopy(header, payload);
    } catch (InternalError e) { // what a vanished page of a mapping becomes
      recover(e);
      return send(header, payload);
    } finally {
      door.leave();
    }
  }

  private void enter() {
    if (!door.enter()) {
      throw segments.closed();
    }
  }

  private boolean sendCopy(WireHeader header, ByteBuffer payload) {
    int length = payload.remaining();
    if (!reserve(header, length)) {
      return false;
    }
    copy(payload, length);
    publish(length);
    return true;
  }

  private void copy(ByteBuffer payload, int length) {
    draft.fill(bytes, payloadAt(), payload, length);
  }

  @Override
  public @Nullable ByteBuffer claim(WireHeader header, int lengthMax) {
    enter();
    try {
      if (!reserve(header, lengthMax)) {
        return null;
      }
      int at = payloadAt();
      return claimView.clear().limit(at + lengthMax).position(at);
    } catch (InternalError e) {
      recover(e);
      return claim(header, lengthMax);
    } finally {
      door.leave();
    }
  }

  private int payloadAt() {
    return ringAt + ((int) draft.start() & ringMask) + draft.payloadOffset();
  }

  @Override
  public void commit(int length) {
    if (!door.enter()) {
      leftover.takeRoomBack();
      throw segments.closed();
    }
    try {
      draft.requirePlace(length);
      publish(length);
    } finally {
      door.leave();
    }
  }

  @Override
  public void abort() {
    if (!door.enter()) {
      leftover.takeRoomBack();
      return;
    }
    boolean isClaimed = draft.isPlaced();
    draft.drop();
    door.leave();
    if (!isClaimed) {
      throw new IllegalStateException("no claim");
    }
  }

  /** Finds room for a record. */
  private boolean reserve(WireHeader header, int length) {
    if (draft.isPlaced()) {
      throw new IllegalStateException("the claim before is neither committed nor aborted");
    }
    if (length < 0 || length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "length=" + length + " is outside [0, " + PAYLOAD_BYTES_MAX + "]");
    }
    ahead.stop();
    int record = draft.begin(header, length);
    if (record > recordBytesMax || isHarmed) {
      exchange(record);
    }
    padding = warmth.padding(record, segment, position, newestStart, limit);
    if (end(record) > limit && !makeRoom(record)) {
      return false;
    }
    draft.place(position, padding, header, bytes, ringAt, ringMask);
    return true;
  }

  /** Where the word behind a record ends that is written now. */
  private long end(int record) {
    return position + padding + record + RecordLayout.ALIGNMENT;
  }

  private void publish(int length) {
    int record = draft.publish(bytes, ringAt, ringMask, length);
    long start = draft.start();
    long before = position;
    position = start + record;
    newestStart = start;
    newestLength = record;
    tally.count(bytes, start, segment.indexMask, length, draft.timeNs());
    ahead.look(tally.messages(), gate, segment.info, before);
    if (gate.isStale()) {
      gate.updateIfPossible(segment.info); // somebody came whose bell is not known yet
    }
    if (gate.hasSleepers()) {
      VarHandle.fullFence();
      gate.wake();
    }
    if (ahead.isAwaited() && !gate.isStale()) {
      prepareNext(record);
    }
  }

  /** While one is on its way to readers that wait: what the next of that length needs, so that it need not ask first. */
  private void prepareNext(int record) {
    padding = 0;
    if (record >= WarmRing.BYTES_MIN) {
      padding = warmth.padding(record, segment, position, newestStart, limit);
      if (end(record) > limit && warmth.isAhead(segment)) {
        extend(record);
      }
    }
    ahead.take(bytes, ringAt, ringMask, position + padding, record, limit);
  }

  @Override
  public void prepare() {
    if (ahead.hasMore() && door.enter()) {
      try {
        ahead.takeSome(bytes, ringAt, ringMask);
      } catch (InternalError e) {
        recover(e);
      } finally {
        door.leave();
      }
    }
  }

  /**
   * Moves the limit so that the record fits, or waits for, refuses or leaves behind whoever is in the way. The intent is
   * raised before the readers are looked at, and readers hold a position before they look at the intent: one of the two
   * always sees the other.
   */
  private boolean makeRoom(int record) {
    segments.unlinkRetired(gate);
    standoff.begin();
    while (true) {
      padding = warmth.padding(record, segment, position, newestStart, limit);
      if (extend(record)) {
        return true;
      }
      if (door.isShut()) {
        throw segments.closed();
      }
      GateReader reader = gate.slowest();
      if (reader != null && !settle(reader)) {
        return false;
      }
    }
  }

  /** False when the message is refused. */
  private boolean settle(GateReader reader) {
    boolean isNew = standoff.isNew();
    Standoff.Outcome outcome = standoff.meet(reader);
    if (isNew && !standoff.isNew()) {
      tally.countRefused(bytes);
    }
    switch (outcome) {
      case LOOK -> {}
      case PART -> move(segment.ringBytes, false); // it reads in place: no pins in the next
      case EVICT -> evict(reader);
      case REFUSE -> {
        return false;
      }
    }
    return true;
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
    intent = Math.max(intent, Math.min(warmth.ahead(record, segment, end, newestStart), free));
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
    segments.reportSlow(reader, policy.waitNs(), tally.messages());
    move(segment.ringBytes, segment.isPinnable);
  }

  /** Another segment because the record is too long for this one or because this one's file was harmed. */
  private void exchange(int record) {
    if (isHarmed) {
      isHarmed = false;
      move(segment.ringBytes, segment.isPinnable);
    }
    int wanted = segments.ringBytes(record, segment);
    if (wanted != segment.ringBytes) {
      move(wanted, segment.isPinnable);
    }
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

  private void adopt(Segment next, long newPosition) {
    Words.putLongVolatile(next.bytes, EndLayout.INTENT_AT, newPosition);
    tally.carryTo(next.bytes);
    segments.show(next);
    segment = next;
    bytes = next.bytes;
    claimView = next.view();
    ringAt = next.ringAt;
    ringMask = next.ringBytes - 1;
    recordBytesMax = segments.recordBytesMax(next);
    position = newPosition;
    limit = newPosition;
    intent = newPosition;
    newestStart = 0;
    ahead.stop();
    present.set(next);
    gate.updateIfPossible(next.info); // room is asked for before anything is overwritten
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
    draft.drop();
    segments.report(WireEvent.Kind.MALFORMED, "", old.mapping.path + " was cut; writing anew");
    adopt(segments.replacement(old, tally.messages()), 0);
    segments.abandon(old);
  }

  /** The watcher noticed harm; the next message goes to a fresh segment. */
  void markHarmed() {
    isHarmed = true;
  }

  PresentSegment present() {
    return present;
  }

  @Override
  public WireCounters counters() {
    return present.counters();
  }

  Door door() {
    return door;
  }

  @Override
  public void close() {
    Doors.close(List.of(door));
  }

  @Override
  public boolean isSettled() {
    return segments.isFound(segment, gate);
  }

  @Override
  public long patienceNs() {
    return policy.waitNs();
  }

  /** {@inheritDoc} A claim that is still out is void, but its room stays until it is given back. */
  @Override
  public void end() {
    present.end(tally.counters());
    Ending ending = new Ending();
    ending.run(() -> segments.close(segment, position, gate));
    ending.run(gate::close);
    ending.run(draft.isPlaced() ? () -> leftover.leave(segment) : segment::close);
    ending.finish();
  }
}
