package io.camber.bus.shm;

import java.util.concurrent.locks.LockSupport;

/**
 * A writer meets a reader that is in its way: waits for it, spinning first, as long as the policy says, asks now and then
 * whether it lives, and then does as the policy says.
 */
final class Standoff {
  private static final int SPINS = 2_000;
  private static final long PARK_NS = 20_000;

  /** How it ends for now. */
  enum Outcome {
    /** Look again: the reader may have moved, or be gone. */
    LOOK,
    /** The reader keeps this segment; the writer goes to another. */
    PART,
    /** The reader is too slow and is let go. */
    EVICT,
    /** The message is refused. */
    REFUSE
  }

  private final WriterSegments segments;
  private final SlowReaders policy;
  private boolean isOn;
  private long startNs;
  private int spins;

  Standoff(WriterSegments segments, SlowReaders policy) {
    this.segments = segments;
    this.policy = policy;
  }

  /** Another message looks for room. */
  void begin() {
    isOn = false;
  }

  /** Whether the writer is only now held up by its message's first reader. */
  boolean isNew() {
    return !isOn;
  }

  Outcome meet(GateReader reader) {
    if (!reader.info.isReliable() || policy.action() == SlowReaders.Action.DROP_OLDEST) {
      return Outcome.PART;
    }
    long now = System.nanoTime();
    if (!isOn) {
      isOn = true;
      startNs = now;
      spins = 0;
    }
    if (now - startNs >= policy.waitNs()) {
      if (segments.forget(reader)) {
        return Outcome.LOOK;
      }
      return policy.action() == SlowReaders.Action.REFUSE ? Outcome.REFUSE : Outcome.EVICT;
    }
    if (reader.takesProbe(now)) {
      segments.probe(reader);
    }
    pause();
    return Outcome.LOOK;
  }

  private void pause() {
    if (spins++ < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(PARK_NS);
    }
  }
}
