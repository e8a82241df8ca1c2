package io.camber.sim.traffic;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A crew of threads of its own. Each thread has a part that it does in every round, so that what it works on stays in its core's
 * memory; the caller has the first, and does those of threads that have not begun when it is through. Threads wait awake for a while,
 * then asleep. Closed by its owner.
 *
 * <p>A round costs the caller one write that the others look at, and one look at a word of each other. Words that different threads
 * write lie on different lines of cache.
 */
public final class ThreadCrew implements Crew, AutoCloseable {
  /** A thread looks so often for work before it sleeps: longer than traffic of 10,000 vehicles works on one thread between rounds. */
  private static final int GLANCES = 20_000;

  /** The caller looks so often before it naps, so that a thread that waits for its core gets it. */
  private static final int GLANCES_BEFORE_NAP = 5_000;

  private static final long NAP_NS = 5_000;

  /** Two lines of cache, in words: processors fetch them in pairs. */
  private static final int APART = 32;

  private final Thread[] threads;

  /** Number of the round that the caller has opened last. */
  private final AtomicIntegerArray opened = new AtomicIntegerArray(3 * APART);

  /** For each part the last round in which somebody has begun it, and in which it was done; and who sleeps. */
  private final AtomicIntegerArray begun;

  private final AtomicIntegerArray done;
  private final AtomicIntegerArray asleep;
  private volatile @Nullable Work work;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private int round;

  /** {@code hands} threads, the caller's among them. */
  public ThreadCrew(int hands) {
    if (hands < 1 || hands > 64) {
      throw new IllegalArgumentException("hands=" + hands + " is outside [1, 64]");
    }
    begun = words(hands);
    done = words(hands);
    asleep = words(hands);
    threads = new Thread[hands - 1];
    for (int i = 0; i < threads.length; i++) {
      int part = i + 1;
      threads[i] = new Thread(() -> serve(part), "traffic-" + part);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  private static AtomicIntegerArray words(int count) {
    return new AtomicIntegerArray((count + 2) * APART);
  }

  private static int word(int part) {
    return (part + 1) * APART;
  }

  @Override
  public int hands() {
    return threads.length + 1;
  }

  @Override
  public void run(Work next) {
    int now = ++round;
    work = next;
    opened.set(APART, now);
    for (int part = 1; part < hands(); part++) {
      if (asleep.get(word(part)) != 0) {
        LockSupport.unpark(threads[part - 1]);
      }
    }
    for (int part = 0; part < hands(); part++) {
      take(part, now);
    }
    for (int part = 1; part < hands(); part++) {
      for (int glances = 0; done.get(word(part)) != now; glances++) {
        if (glances < GLANCES_BEFORE_NAP) {
          Thread.onSpinWait();
        } else {
          LockSupport.parkNanos(this, NAP_NS);
        }
      }
    }
    Throwable failed = failure;
    if (failed != null) {
      failure = null;
      throw new IllegalStateException("a part of the work failed", failed);
    }
  }

  /** Does a part of a round unless somebody has begun it. */
  private void take(int part, int now) {
    if (!begun.compareAndSet(word(part), now - 1, now)) {
      return;
    }
    Work open = work;
    try {
      if (open != null) {
        open.run(part, hands());
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done.set(word(part), now);
    }
  }

  private void serve(int part) {
    int seen = await(part, 0);
    while (!closed) {
      take(part, seen);
      seen = await(part, seen);
    }
  }

  /** The number of the next round. */
  private int await(int part, int seen) {
    int glances = 0;
    int now = opened.get(APART);
    while (now == seen) {
      if (glances++ < GLANCES) {
        Thread.onSpinWait();
      } else {
        asleep.set(word(part), 1);
        if (opened.get(APART) == seen) {
          LockSupport.park(this);
        }
        asleep.set(word(part), 0);
      }
      now = opened.get(APART);
    }
    return now;
  }

  @Override
  public void close() {
    closed = true;
    opened.set(APART, ++round);
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
