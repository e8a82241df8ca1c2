package io.camber.bus.shm;

import java.util.concurrent.locks.LockSupport;

/**
 * A stretch of closing that a thread's interrupt flag must not disturb: it would end every wait at once, and turn waiting into
 * spinning. The flag is set again when it is over.
 */
final class Calm implements AutoCloseable {
  private boolean isInterrupted = Thread.interrupted();

  void park(long ns) {
    LockSupport.parkNanos(this, ns);
    isInterrupted |= Thread.interrupted();
  }

  /** Waits until the thread has ended. */
  void join(Thread thread) {
    while (true) {
      try {
        thread.join();
        return;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
  }

  @Override
  public void close() {
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
