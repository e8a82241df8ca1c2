package io.camber.bus.shm;

import io.camber.bus.shm.file.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread that ends the waits of all bells of a wire in time; asleep while no wait has an end. */
final class BellTimer implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  private final String name;
  private volatile FifoBell[] bells = {};
  private volatile @Nullable Thread thread;
  private volatile long wakeNs = NEVER;
  private volatile boolean closed;

  BellTimer(String name) {
    this.name = name;
  }

  synchronized void add(FifoBell bell) {
    List<FifoBell> list = new ArrayList<>(List.of(bells));
    list.add(bell);
    bells = list.toArray(FifoBell[]::new);
    if (thread == null) {
      Thread started = new Thread(this::run, name);
      started.setDaemon(true);
      thread = started;
      started.start();
    }
  }

  synchronized void remove(FifoBell bell) {
    List<FifoBell> list = new ArrayList<>(List.of(bells));
    list.remove(bell);
    bells = list.toArray(FifoBell[]::new);
  }

  /** A bell has set its deadline. Wakes the timer only when it would be late: either it sees the deadline or we see its plan. */
  void expect(long deadlineNs) {
    if (deadlineNs < wakeNs) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!closed) {
      try {
        ringAndRest(System.nanoTime());
      } catch (InternalError e) {
        if (!Mapping.isFault(e)) {
          throw e;
        }
        for (FifoBell bell : bells) {
          bell.lookForCut(); // up to Java 21 the fault of a page that was cut may come up behind
          // its bell
        }
      }
    }
  }

  private void ringAndRest(long now) {
    ringDue(now);
    long next = earliest(now);
    wakeNs = next;
    if (earliest(now) >= next) {
      if (next == NEVER) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, next - now);
      }
    }
  }

  private void ringDue(long now) {
    for (FifoBell bell : bells) {
      if (bell.deadlineNs() <= now) {
        bell.ring();
      }
    }
  }

  /** The first deadline after now; those before have been rung. */
  private long earliest(long now) {
    long earliest = NEVER;
    for (FifoBell bell : bells) {
      long deadline = bell.deadlineNs();
      if (deadline > now && deadline < earliest) {
        earliest = deadline;
      }
    }
    return earliest;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
