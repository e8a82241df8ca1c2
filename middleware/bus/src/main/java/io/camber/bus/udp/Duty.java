package io.camber.bus.udp;

import io.camber.bus.transport.Bell;
import org.jspecify.annotations.Nullable;

/**
 * Who takes datagrams in: the event loop, or, where all readers of the wire ring one bell, the thread that waits at that bell.
 * It keeps the duty between its waits; when it works for more than a tick or two instead of waiting, the event loop gets the
 * duty back.
 */
final class Duty {
  private final DataSocket.@Nullable Watch watch;
  private @Nullable Bell sole;
  private boolean shared;
  private @Nullable UdpBell holder;
  private boolean waits;
  private boolean wasAway;
  private boolean closed;

  Duty(DataSocket.@Nullable Watch watch) {
    this.watch = watch;
  }

  /** A reader was opened that rings this bell. */
  synchronized void onReader(Bell bell) {
    shared |= sole != null && sole != bell;
    sole = bell;
    if (shared) {
      release();
    }
  }

  /** The watch, when the bell's thread is to wait there; null when it is to wait to be rung. Ends with {@link #end}. */
  synchronized DataSocket.@Nullable Watch begin(UdpBell bell) {
    if (watch == null || closed || shared || sole != bell || waits) {
      return null;
    }
    if (holder == null) {
      holder = bell;
      watch.take();
    }
    waits = true;
    wasAway = false;
    return watch;
  }

  synchronized void end() {
    waits = false;
    if (closed && watch != null) {
      watch.close();
    }
  }

  /** Time passed on the event loop. */
  synchronized void onTick() {
    if (holder == null || waits) {
      return;
    }
    if (wasAway) {
      release();
    }
    wasAway = true;
  }

  /** The event loop takes over until somebody waits again. */
  synchronized void release() {
    if (holder != null && watch != null) {
      holder = null;
      watch.giveBack();
      if (waits) {
        watch.wake();
      }
    }
  }

  synchronized void close() {
    if (closed || watch == null) {
      return;
    }
    closed = true;
    if (waits) {
      watch.wake();
    } else {
      watch.close();
    }
  }
}
