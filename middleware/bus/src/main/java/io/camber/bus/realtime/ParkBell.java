package io.camber.bus.realtime;

import io.camber.bus.transport.Bell;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Wakes a thread of this process. */
final class ParkBell implements Bell {
  private volatile @Nullable Thread sleeper;
  private volatile boolean rung;

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
    sleeper = Thread.currentThread();
    if (!rung && !ready.getAsBoolean() && timeoutNs > 0) {
      LockSupport.parkNanos(this, timeoutNs);
    }
    sleeper = null;
    rung = false;
  }

  @Override
  public void close() {
    ring();
  }
}
