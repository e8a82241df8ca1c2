package io.camber.bus.udp;

import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A bell inside one process: the thread that drives the wire wakes the node's thread, if that sleeps. */
final class UdpBell implements Bell {
  /** About twice what a wake-up costs. */
  private static final long SPIN_NS = 50_000;

  private final Waiting waiting;
  private volatile boolean rung;
  private volatile @Nullable Thread sleeper;

  UdpBell(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public void ring() {
    rung = true;
    Thread thread = sleeper;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void await(BooleanSupplier ready, long timeoutNs) {
    long start = System.nanoTime();
    long spinNs = switch (waiting) {
      case SPIN -> timeoutNs;
      case HYBRID -> Math.min(timeoutNs, SPIN_NS);
      case BLOCK -> 0;
    };
    while (System.nanoTime() - start < spinNs) {
      if (isDone(ready)) {
        return;
      }
      Thread.onSpinWait();
    }
    sleeper = Thread.currentThread();
    try {
      long leftNs = timeoutNs - (System.nanoTime() - start);
      while (!isDone(ready) && leftNs > 0 && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(this, leftNs);
        leftNs = timeoutNs - (System.nanoTime() - start);
      }
    } finally {
      sleeper = null;
    }
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
