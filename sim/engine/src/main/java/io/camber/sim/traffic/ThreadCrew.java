package io.camber.sim.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads of its own. The caller does the first part; the others wait for work, at first awake, then asleep, so that steps
 * of a millisecond do not cost a wake-up each. Closed by its owner.
 */
public final class ThreadCrew implements Crew, AutoCloseable {
  private static final int SPINS = 20_000;

  private final Thread[] threads;
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private volatile @Nullable Work work;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /** {@code hands} threads, the caller's among them. */
  public ThreadCrew(int hands) {
    if (hands < 1 || hands > 64) {
      throw new IllegalArgumentException("hands=" + hands + " is outside [1, 64]");
    }
    threads = new Thread[hands - 1];
    for (int i = 0; i < threads.length; i++) {
      int part = i + 1;
      threads[i] = new Thread(() -> serve(part), "traffic-" + part);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  @Override
  public int hands() {
    return threads.length + 1;
  }

  @Override
  public void run(Work next) {
    work = next;
    open.set(threads.length);
    round.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    next.run(0, hands());
    while (open.get() > 0) {
      Thread.onSpinWait();
    }
    Throwable failed = failure;
    if (failed != null) {
      failure = null;
      throw new IllegalStateException("a part of the work failed", failed);
    }
  }

  private void serve(int part) {
    int done = 0;
    while (!closed) {
      int spins = 0;
      while (round.get() == done && !closed) {
        if (spins++ < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      Work now = work;
      if (closed || now == null) {
        return;
      }
      done++;
      try {
        now.run(part, hands());
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      open.decrementAndGet();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
