package io.camber.bus.shm;

import io.camber.bus.shm.file.RecordLayout;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader's place in one segment. Gating (reliable): the writer stays behind the held position, so records are read where
 * they lie, without a check. Otherwise keep-last: small payloads are copied and then checked against the writer's intent,
 * large ones are pinned first and then checked, so a handler never sees a torn message.
 */
final class ReaderLink {
  /** Below this a copy costs less than a pin. */
  private static final int PIN_BYTES_MIN = 4096;

  /** An honest writer cannot overtake a reader that often in a row. */
  private static final int ATTEMPTS_MAX = 10_000;

  final Segment segment;
  private final ReaderPlace place;
  private final ReaderTally tally;
  private final Door door;
  private final boolean isGating;
  private final long depth;
  private final ByteBuffer bytes;
  private final ByteBuffer view;
  private final WireHeader header;
  private final int publishStep;

  private long position;
  private long number;

  /** What the place has published; looked at for every message, so it is kept here as well. */
  private long published;

  private boolean isEnded;
  private boolean isMalformed;
  private @Nullable ByteBuffer copied;
  private int payloadLength;

  /** What all links of one reader have in common. */
  record Shared(PositionFile positions, ReaderTally tally, WireHeader header, Door door) {}

  private ReaderLink(Segment segment, Shared own) {
    PositionFile positions = own.positions();
    this.segment = segment;
    this.tally = own.tally();
    this.header = own.header();
    this.door = own.door();
    this.isGating =
        positions.info.isReliable() && segment.info.action() != SlowReaders.Action.DROP_OLDEST;
    this.depth = positions.info.isReliable()
        ? segment.indexMask
        : positions.info.topic().qos().depth();
    this.bytes = segment.bytes;
    this.view = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.publishStep = segment.ringBytes >> 4;
    this.place = new ReaderPlace(segment, positions, isGating);
  }

  /** From the segment's first message on; {@code next} is the first number that the reader has not seen. */
  static ReaderLink atStart(Segment segment, Shared own, long next) {
    return joined(segment, own, link -> link.joinFrom(next));
  }

  private void joinFrom(long next) {
    number = segment.firstNumber;
    tally.lost += Math.max(0, segment.firstNumber - next);
    if (!segment.isIntact(0)) {
      number = Math.max(next, segment.firstNumber);
      jump();
    }
    skipTo(next);
  }

  /** From the next message on, or from the newest one that is there. */
  static ReaderLink atEnd(Segment segment, Shared own, boolean withNewest) {
    return joined(segment, own, link -> link.joinAt(withNewest ? 1 : 0));
  }

  private static ReaderLink joined(Segment segment, Shared own, Consumer<ReaderLink> join) {
    Runnable givingBack = segment::close;
    try {
      ReaderLink link = new ReaderLink(segment, own);
      givingBack = link::close;
      join.accept(link);
      return link;
    } catch (RuntimeException | Error e) {
      givingBack.run();
      throw e;
    }
  }

  /** Takes a place {@code back} messages before the end, as long as the writer leaves one there. */
  private void joinAt(int back) {
    for (int i = 0; !isMalformed; i++) {
      isMalformed |= i > ATTEMPTS_MAX;
      long count = segment.nextNumber();
      long target = Math.max(segment.firstNumber, count - back);
      long start = start(target, count);
      if (start >= 0 && place.holds(start) && segment.nextNumber() - target <= segment.indexMask) {
        position = start;
        published = start;
        place.beginAt(start);
        number = target;
        return;
      }
    }
  }

  private long start(long target, long count) {
    long start = segment.start(target, count);
    isMalformed |= start == Segment.MALFORMED;
    return start;
  }

  private void skipTo(long next) {
    while (number < next && !isMalformed) {
      long word = segment.word(position);
      int length = RecordLayout.length(word);
      if (length <= 0) {
        return;
      }
      int flags = RecordLayout.flags(word);
      if (!segment.isRecord(position, length)) {
        isMalformed = true;
      } else if (RecordLayout.kind(flags) == RecordLayout.KIND_END) {
        return;
      } else {
        position += length;
        number += RecordLayout.kind(flags) == RecordLayout.KIND_MESSAGE ? 1 : 0;
      }
    }
  }

  boolean hasNext() {
    return !isEnded
        && !isMalformed
        && (Words.intAcquire(bytes, segment.at(position)) > 0
            || (!isGating && !segment.isIntact(position)));
  }

  /** Whether the writer has ended this segment and everything in it was read. */
  boolean isEnded() {
    return isEnded;
  }

  /** Whether the bytes are not what a writer writes; nothing is read from here any more. */
  boolean isMalformed() {
    return isMalformed;
  }

  void markMalformed() {
    isMalformed = true;
  }

  /** The first number that was not seen here. */
  long number() {
    return number;
  }

  int poll(WireHandler handler, int limit) {
    int count = isGating ? pollGating(handler, limit) : pollKeepLast(handler, limit);
    if (isGating && position != published) {
      publish();
    }
    return count;
  }

  private int pollGating(WireHandler handler, int limit) {
    int count = 0;
    long next = 0;
    while (count < limit) {
      long word = next == 0 ? segment.word(position) : next;
      int length = RecordLayout.length(word);
      if (length <= 0 || !isSound(length)) {
        break;
      }
      int flags = RecordLayout.flags(word);
      int kind = RecordLayout.kind(flags);
      if (kind == RecordLayout.KIND_MESSAGE) {
        // asked for now, so that its line comes while the payload does
        next = count + 1 < limit ? segment.word(position + length) : 0;
        int payloadAt = readHeader(segment.at(position), length, flags);
        if (payloadAt < 0) {
          break;
        }
        copied = null;
        try {
          deliver(handler, view.clear().limit(payloadAt + payloadLength).position(payloadAt));
        } finally {
          position += length;
        }
        count++;
        if (position - published >= publishStep) {
          publish();
        }
        if (door.isShut()) {
          break;
        }
      } else if (kind == RecordLayout.KIND_PADDING) {
        position += length;
        next = 0;
      } else {
        isEnded = true;
        break;
      }
    }
    return count;
  }

  private boolean isSound(int length) {
    isMalformed |= !segment.isRecord(position, length);
    return !isMalformed;
  }

  /** Copies the header out and answers where the payload starts, or -1 when the record contradicts itself. */
  private int readHeader(int at, int length, int flags) {
    int originLength = RecordLayout.originLength(flags);
    int origins = Words.alignUp(originLength, RecordLayout.ALIGNMENT);
    payloadLength =
        length - RecordLayout.HEADER_BYTES - origins - RecordLayout.payloadPadding(flags);
    if (payloadLength < 0 || originLength > WireHeader.ORIGIN_BYTES_MAX) {
      isMalformed = true;
      return -1;
    }
    header.set(
        bytes.getLong(at + RecordLayout.SEQUENCE),
        bytes.getLong(at + RecordLayout.PUBLISH_TIME),
        bytes.getLong(at + RecordLayout.MEASUREMENT_TIME));
    if (originLength > 0) {
      byte[] target = header.resizeOrigins(originLength);
      bytes.get(at + RecordLayout.HEADER_BYTES, target, 0, originLength);
    }
    return at + RecordLayout.HEADER_BYTES + origins;
  }

  private void deliver(WireHandler handler, ByteBuffer payload) {
    number++;
    tally.count(payloadLength, header.publishTimeNs());
    handler.onMessage(segment.info.node(), header, payload);
  }

  private int pollKeepLast(WireHandler handler, int limit) {
    skipBacklog();
    int count = 0;
    while (count < limit && !isMalformed) {
      int at = segment.at(position);
      long word = Words.longAcquire(bytes, at);
      int length = RecordLayout.length(word);
      int flags = RecordLayout.flags(word);
      VarHandle.acquireFence();
      if (!segment.isIntact(position)) {
        jump();
        continue;
      }
      if (length <= 0 || !isSound(length)) {
        break;
      }
      int kind = RecordLayout.kind(flags);
      if (kind == RecordLayout.KIND_MESSAGE) {
        count += read(handler, at, length, flags) ? 1 : 0;
        if (door.isShut()) {
          break;
        }
      } else if (kind == RecordLayout.KIND_PADDING) {
        position += length;
      } else {
        isEnded = true;
        break;
      }
    }
    return count;
  }

  /** Leaves the newest {@code depth} of what is waiting. Costs nothing while at most one message waits. */
  private void skipBacklog() {
    int length = Words.intAcquire(bytes, segment.at(position));
    if (length <= 0 || !segment.isRecord(position, length)) {
      return;
    }
    if (Words.intAcquire(bytes, segment.at(position + length)) != 0
        && segment.nextNumber() - number > depth) {
      jump();
    }
  }

  /** One keep-last message, copied or pinned; false when it was overwritten before it was safe. */
  private boolean read(WireHandler handler, int at, int length, int flags) {
    boolean isPinned = length >= PIN_BYTES_MIN && segment.isPinnable;
    if (isPinned) {
      place.pin(position);
    }
    int payloadAt = readHeader(at, length, flags);
    if (payloadAt < 0) {
      isMalformed = segment.isIntact(position);
      return false;
    }
    ByteBuffer payload;
    if (isPinned) {
      copied = null;
      payload = view.clear().limit(payloadAt + payloadLength).position(payloadAt);
    } else {
      payload = copy(payloadAt);
    }
    VarHandle.acquireFence();
    if (!segment.isIntact(position)) {
      unpin(isPinned);
      return false;
    }
    try {
      deliver(handler, payload);
    } finally {
      position += length;
      unpin(isPinned);
    }
    return true;
  }

  private void unpin(boolean isPinned) {
    if (isPinned) {
      place.unpin();
    }
  }

  private ByteBuffer copy(int payloadAt) {
    ByteBuffer target = copied;
    if (target == null || target.capacity() < payloadLength) {
      target = tally.scratch(payloadLength);
    }
    target.clear();
    target.put(0, bytes, payloadAt, payloadLength);
    copied = target;
    ByteBuffer readOnly = tally.readOnlyScratch();
    return readOnly.clear().limit(payloadLength);
  }

  /** Goes to the oldest message that is intact and within the depth, and counts those in between as lost. */
  private void jump() {
    for (int i = 0; !isMalformed; i++) {
      isMalformed |= i > ATTEMPTS_MAX;
      long count = segment.nextNumber();
      if (count < number) {
        isMalformed = true;
        return;
      }
      long window = Math.min(depth, segment.indexMask);
      long target = Math.max(number, Math.max(segment.firstNumber, count - window));
      long start = start(target, count);
      while (start >= 0 && target < count && !place.holds(start)) {
        target++;
        start = start(target, count);
      }
      boolean isCurrent = segment.nextNumber() - target <= segment.indexMask;
      if (start >= 0 && isCurrent && (target < count || place.holds(start))) {
        tally.lost += target - number;
        number = target;
        position = start;
        published = start;
        place.beginAt(start);
        return;
      }
    }
  }

  /** A writer that went over what was held here is none; what was read since may be torn. */
  private void publish() {
    isMalformed |= !segment.isIntact(published);
    published = position;
    place.publish(position);
  }

  /** The payload of the message that is being handled, kept. */
  Loan loan() {
    ByteBuffer own = copied;
    if (own != null) {
      ByteBuffer copy = ByteBuffer.allocate(payloadLength);
      copy.put(0, own, 0, payloadLength);
      return new CopiedLoan(copy.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }
    SegmentLoan loan =
        new SegmentLoan(place, position, view.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    place.lend(loan);
    return loan;
  }

  /** Leaves the segment; loaned messages stay readable until they are given back. */
  void close() {
    place.close();
  }

  /** The same of a segment whose writer goes on: what is on loan stays held. */
  void leave() {
    place.leave();
  }
}
