package io.camber.sim.traffic;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads of its own. Whoever is awake takes the next part, the caller too, so that a thread that the system has put aside
 * holds up no more than the part it has begun. Idle threads wait awake for a while, then asleep. Closed by its owner.
 */
public final class ThreadCrew implements Crew, AutoCloseable {
  private static final int PARTS_A_HAND = 8;
  private static final int SPINS = 20_000;
  private static final int SPINS_BEFORE_NAP = 2_000;
  private static final long NAP_NS = 5_000;
  private static final int ROUND_SHIFT = 32;

  private final Thread[] threads;
  private final int parts;

  /** Number of the round in the upper half, next part to be taken in the lower: one word, so that no part is taken twice. */
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger done = new AtomicInteger();
  private volatile @Nullable Work work;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private long round;

  /** {@code hands} threads, the caller's among them. */
  public ThreadCrew(int hands) {
    if (hands < 1 || hands > 64) {
      throw new IllegalArgumentException("hands=" + hands + " is outside [1, 64]");
    }
    parts = hands == 1 ? 1 : PARTS_A_HAND * hands;
    ticket.set(parts);
    threads = new Thread[hands - 1];
    for (int i = 0; i < threads.length; i++) {
      int hand = i + 1;
      threads[i] = new Thread(() -> serve(hand), "traffic-" + hand);
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
    done.set(0);
    round++;
    ticket.set(round << ROUND_SHIFT);
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    boolean mayBeMore = true;
    while (mayBeMore) {
      mayBeMore = takesPart(0);
    }
    for (int spins = 0; done.get() < parts; spins++) {
      if (spins < SPINS_BEFORE_NAP) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, NAP_NS);
      }
    }
    Throwable failed = failure;
    if (failed != null) {
      failure = null;
      throw new IllegalStateException("a part of the work failed", failed);
    }
  }

  /** Does the next part of the round, if any is left. */
  private boolean takesPart(int hand) {
    long now = ticket.get();
    int part = (int) now;
    if (part >= parts) {
      return false;
    }
    if (ticket.compareAndSet(now, now + 1)) {
      Work open = work;
      try {
        if (open != null) {
          open.run(hand, part, parts);
        }
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        done.incrementAndGet();
      }
    }
    return true;
  }

  private void serve(int hand) {
    int spins = 0;
    while (!closed) {
      if (takesPart(hand)) {
        spins = 0;
      } else if (spins++ < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
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
