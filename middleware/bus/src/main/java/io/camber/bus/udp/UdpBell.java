package io.camber.bus.udp;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bell inside one process. Where its thread is the only one that waits for messages it waits at the socket itself;
 * elsewhere the thread that drives the wire wakes it, if it sleeps.
 */
final class UdpBell implements Bell {
  /** About twice what a wake-up costs. */
  private static final long SPIN_NS = 50_000;

  /** Longest wait at the socket at a time, so that an interrupt is noticed. */
  private static final long LOOK_UP_NS = 50_000_000;

  private final Waiting waiting;
  private final Duty duty;
  private final BooleanSupplier idle = this::isIdle;
  private BooleanSupplier asked = UdpBell::never;
  private volatile boolean rung;
  private volatile @Nullable Thread sleeper;
  private volatile DataSocket.@Nullable Watch watched;

  UdpBell(Waiting waiting, Duty duty) {
    this.waiting = waiting;
    this.duty = duty;
  }

  @Override
  public void ring() {
    rung = true;
    Thread thread = sleeper;
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    DataSocket.Watch watch = watched;
    if (watch != null) {
      watch.wake();
    } else {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void await(BooleanSupplier ready, long timeoutNs) {
    if (isDone(ready)) {
      return;
    }
    long startNs = System.nanoTime();
    long spinNs = switch (waiting) {
      case SPIN -> timeoutNs;
      case HYBRID -> Math.min(timeoutNs, SPIN_NS);
      case BLOCK -> 0;
    };
    DataSocket.Watch watch = duty.begin(this);
    if (watch == null) {
      awaitRing(ready, startNs, spinNs, timeoutNs);
      return;
    }
    try {
      awaitDatagrams(watch, ready, startNs, spinNs, timeoutNs);
    } finally {
      duty.end();
    }
  }

  private void awaitRing(BooleanSupplier ready, long startNs, long spinNs, long timeoutNs) {
    while (System.nanoTime() - startNs < spinNs) {
      if (isDone(ready)) {
        return;
      }
      Thread.onSpinWait();
    }
    sleeper = Thread.currentThread();
    try {
      long leftNs = timeoutNs - (System.nanoTime() - startNs);
      while (!isDone(ready) && leftNs > 0 && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(this, leftNs);
        leftNs = timeoutNs - (System.nanoTime() - startNs);
      }
    } finally {
      sleeper = null;
    }
  }

  private void awaitDatagrams(
      DataSocket.Watch watch, BooleanSupplier ready, long startNs, long spinNs, long timeoutNs) {
    asked = ready;
    watched = watch;
    sleeper = Thread.currentThread();
    try {
      long takenNs = 0;
      while (!isDone(ready) && takenNs < timeoutNs && !Thread.currentThread().isInterrupted()) {
        if (takenNs < spinNs) {
          watch.poll(idle);
        } else {
          watch.await(idle, startNs + takenNs + Math.min(LOOK_UP_NS, timeoutNs - takenNs));
        }
        takenNs = System.nanoTime() - startNs;
      }
    } finally {
      sleeper = null;
      watched = null;
      asked = UdpBell::never;
    }
  }

  private static boolean never() {
    return false;
  }

  private boolean isIdle() {
    return !rung && !asked.getAsBoolean();
  }

  private boolean isDone(BooleanSupplier ready) {
    boolean wasRung = rung;
    rung = false;
    return ready.getAsBoolean() || wasRung;
  }

  @Override
  public void close() {
    ring();
  }
}
