package io.camber.bus.execution;

import io.camber.bus.TimerHandler;

/** A periodic tick on the logical clock. */
final class NodeTimer {
  private final long periodNs;
  private final TimerHandler handler;
  private long nextNs;

  NodeTimer(long periodNs, long offsetNs, TimerHandler handler) {
    if (periodNs <= 0 || offsetNs < 0) {
      throw new IllegalArgumentException(
          "periodNs=" + periodNs + ", offsetNs=" + offsetNs + " is not a timer");
    }
    this.periodNs = periodNs;
    this.nextNs = offsetNs;
    this.handler = handler;
  }

  long nextNs() {
    return nextNs;
  }

  /** The call for the tick that is due, and moves on to the next tick. */
  Inbox.Call take() {
    long tickNs = nextNs;
    nextNs += periodNs;
    return new Inbox.Call(this, () -> handler.tick(tickNs), true);
  }
}
