package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Words;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.WireClosedException;
import io.camber.bus.transport.WireEvent;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The files of one writer, one after the other: makes them, and gives them up when nobody needs them any more. */
final class WriterSegments {
  private final WireContext context;
  private final EndInfo template;
  private final Runnable onClose;
  private final Deque<Segment> retired = new ArrayDeque<>();

  /** {@code template} says who and what; file, id and birth are of each segment's own. */
  WriterSegments(WireContext context, EndInfo template, Runnable onClose) {
    this.context = context;
    this.template = template;
    this.onClose = onClose;
  }

  Segment first() {
    EndInfo info = info();
    Segment segment =
        Segment.draft(context.files(), info, info.birth(), context.config().ringBytes(), 0, true);
    show(segment);
    return segment;
  }

  private EndInfo info() {
    long birth = context.generation().next();
    String file = FileNames.end(template.node(), template.topic().name(), birth, FileNames.OUT);
    return template.withFile(file, context.newId(), birth);
  }

  int recordBytesMax(Segment segment) {
    return RingSize.recordBytesMax(segment.ringBytes, template.topic().qos().depth());
  }

  int ringBytes(int record, Segment now) {
    return RingSize.ringBytes(record, template.topic().qos().depth(), now.ringBytes);
  }

  /** A successor that nobody sees yet; on transient-local topics it begins with the newest message. */
  Segment next(Segment old, int ringBytes, long number, boolean isPinnable) {
    boolean isCarrying = template.isTransientLocal() && number > old.firstNumber;
    return Segment.draft(
        context.files(),
        info(),
        old.writerBirth,
        ringBytes,
        isCarrying ? number - 1 : number,
        isPinnable);
  }

  Segment replacement(Segment harmed, long number) {
    return Segment.draft(
        context.files(), info(), harmed.writerBirth, harmed.ringBytes, number, harmed.isPinnable);
  }

  /** Copies the newest record to the start of another ring and returns the position behind it. */
  long carryNewest(Segment from, long start, int length, Segment to) {
    ByteBuffer target = to.bytes;
    target.put(to.at(0), from.bytes, from.at(start), length);
    target.putLong(to.at(length), 0);
    target.putLong(EndLayout.INDEX_AT + Long.BYTES * ((int) to.firstNumber & to.indexMask), 0);
    return length;
  }

  void show(Segment segment) {
    segment.show(context.files());
    context.generation().next();
    context.registry().added(segment.info);
  }

  /** Ends a segment for its readers; its file goes when everybody who is owed it has found it. */
  void retire(Segment old, long position, Gate gate) {
    Words.putIntRelease(old.bytes, EndLayout.STATE_AT, EndLayout.STATE_MOVED);
    old.putEnd(position);
    VarHandle.fullFence();
    gate.ring();
    retired.add(old);
    unlinkRetired(gate);
  }

  void unlinkRetired(Gate gate) {
    while (!retired.isEmpty()) {
      Segment oldest = retired.peek();
      if (oldest.nextNumber() > oldest.firstNumber && !gate.isFoundByAll(oldest.info)) {
        return;
      }
      drop(oldest);
      retired.remove();
    }
  }

  private void drop(Segment segment) {
    try {
      unlink(segment.info);
    } finally {
      segment.close();
    }
  }

  /** Takes a segment from the bus; who has mapped it keeps it. */
  private void unlink(EndInfo segment) {
    context.files().delete(segment.file());
    context.generation().next();
  }

  /** Gives up a file that must not be touched any more. */
  void abandon(Segment harmed) {
    drop(harmed);
  }

  /** Whoever is in the way may be dead; its files go then. */
  void probe(GateReader reader) {
    if (!forget(reader)) {
      context.registry().probe(reader.info.node());
    }
  }

  /** Deletes what a closed reader held when its process is gone; false when it is not. */
  boolean forget(GateReader reader) {
    if (!reader.isLeftBehind()) {
      return false;
    }
    context.files().delete(reader.info.file());
    context.generation().next();
    return true;
  }

  void report(WireEvent.Kind kind, String node, String detail) {
    context.listener().onEvent(new WireEvent(kind, node, template.topic().name(), detail));
  }

  void reportSlow(GateReader reader, long waitedNs, long message) {
    report(
        WireEvent.Kind.READER_OVERRUN,
        reader.info.node(),
        "let go after " + waitedNs / 1_000_000 + " ms at message " + message);
  }

  WireClosedException closed() {
    return new WireClosedException("node " + template.node() + " sends to "
        + template.topic().name() + " after that was closed");
  }

  /**
   * Whether everybody who is owed what is in a writer's last segments has found them, since one that finds them ended may have
   * come and gone between two looks; wakes who has not. One whose file was cut is not touched and owes nothing.
   */
  boolean isFound(Segment segment, Gate gate) {
    if (!segment.mapping.isWhole()) {
      return true;
    }
    gate.update(segment.info);
    unlinkRetired(gate);
    boolean isOwed = !retired.isEmpty() || segment.nextNumber() > segment.firstNumber;
    if (!isOwed || gate.isFoundByAll(segment.info)) {
      return true;
    }
    VarHandle.fullFence();
    gate.ring();
    return false;
  }

  /** Ends the last segment. Its memory is the caller's to give back. */
  void close(Segment segment, long position, Gate gate) {
    Ending ending = new Ending();
    if (segment.mapping.isWhole()) {
      ending.run(() -> finish(segment, position, gate));
    }
    retired.forEach(old -> ending.run(() -> drop(old)));
    retired.clear();
    ending.run(() -> unlink(segment.info));
    ending.run(onClose);
    ending.finish();
  }

  private static void finish(Segment segment, long position, Gate gate) {
    Words.putIntRelease(segment.bytes, EndLayout.STATE_AT, EndLayout.STATE_CLOSED);
    segment.putEnd(position);
    VarHandle.fullFence();
    gate.ring();
  }
}
