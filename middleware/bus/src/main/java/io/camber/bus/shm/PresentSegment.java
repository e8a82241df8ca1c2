package io.camber.bus.shm;

import io.camber.bus.transport.WireCounters;
import org.jspecify.annotations.Nullable;

/** The segment that a writer is in, for the eyes of other threads; afterwards, what it came to. */
final class PresentSegment {
  private Segment segment;
  private @Nullable WireCounters last;

  PresentSegment(Segment segment) {
    this.segment = segment;
  }

  synchronized void set(Segment next) {
    segment = next;
  }

  /** From here on its memory is not looked at. */
  synchronized void end(WireCounters counters) {
    last = counters;
  }

  synchronized EndInfo info() {
    return segment.info;
  }

  synchronized boolean isWhole() {
    return last != null || segment.mapping.isWhole();
  }

  synchronized WireCounters counters() {
    WireCounters done = last;
    return done != null ? done : EndInfo.counters(segment.bytes);
  }
}
