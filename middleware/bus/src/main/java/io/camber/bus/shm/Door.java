package io.camber.bus.shm;

import io.camber.bus.transport.Ending;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way into one end of a wire. Its owner is inside whenever it touches memory that can be unmapped. Any thread may close
 * the end; what closing does is done once, by whoever finds nobody inside: the closer, or the owner on its way out. So
 * nothing goes while somebody uses it, and nobody uses what is gone.
 *
 * <p>The owner counts itself in and out and looks at a flag, without a fence. Between raising the flag and looking at the
 * count the closer has all threads of the process stopped for a moment: either the owner has seen the flag, or the closer
 * sees the owner inside.
 */
final class Door {
  private static final long PARK_NS = 500_000;
  private static final VarHandle INSIDE;
  private static final VarHandle SHUT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      INSIDE = lookup.findVarHandle(Door.class, "inside", int.class);
      SHUT = lookup.findVarHandle(Door.class, "shut", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final End end;
  private final AtomicReference<@Nullable Thread> taker = new AtomicReference<>();

  /** Of whoever has taken the end. */
  private final Ending ending = new Ending();

  private final AtomicReference<@Nullable Ending> failure = new AtomicReference<>();
  private volatile boolean isClosed;
  private @Nullable Thread owner;
  private int inside;

  @SuppressWarnings("UnusedVariable") // written and read through its handle
  private boolean shut;

  /** What is behind a door. */
  interface End {
    /** Whether nobody is owed anything that closing would take away: asked again and again, when nobody is or will be inside. */
    default boolean isSettled() {
      return true;
    }

    /** How long whoever closes waits for that. */
    default long patienceNs() {
      return 0;
    }

    /** Before it is closed, by a closer that has waited in vain for the owner inside, who may touch everything. */
    default void onLate() {}

    /** Closes it: called once, when nobody is or will be inside. */
    void end();
  }

  Door(End end) {
    this.end = end;
  }

  /**
   * The owner goes in, again if it is inside; false when the end is closed.
   *
   * @throws IllegalStateException when another thread is inside
   */
  boolean enter() {
    Thread self = Thread.currentThread();
    if (owner != self) {
      if (inside != 0) {
        throw new IllegalStateException(
            "two threads use one end of a wire: " + owner + " is in the middle of a call");
      }
      owner = self;
      VarHandle.fullFence(); // a closer that does not know of this owner yet has raised the flag
    }
    INSIDE.setOpaque(this, inside + 1);
    if (!isShut()) {
      return true;
    }
    leave();
    return false;
  }

  /** The owner goes out. If it closes the end and that fails, the next who closes it is told: the call was another's. */
  void leave() {
    int left = inside - 1;
    INSIDE.setRelease(this, left);
    if (left == 0 && isShut()) {
      closeOnce();
    }
  }

  /** Whether somebody has begun to close the end. */
  boolean isShut() {
    return (boolean) SHUT.getOpaque(this);
  }

  /** Begins to close the end; true when another thread may be inside. */
  boolean shut() {
    SHUT.setVolatile(this, true);
    VarHandle.fullFence();
    return isOfAnother();
  }

  boolean isOfAnother() {
    Thread last = owner;
    return last != null && last != Thread.currentThread() && last.isAlive();
  }

  /**
   * A dump of all stacks stops every thread at a point between two accesses of its own: what it has stored is seen
   * afterwards, and what was stored before is seen by it.
   */
  static void stopAll() {
    if (Thread.getAllStackTraces().isEmpty()) {
      throw new IllegalStateException("no thread has a stack");
    }
  }

  /** How many calls of the owner's are under way, one in the other, as another thread sees it. */
  int inside() {
    return (int) INSIDE.getAcquire(this);
  }

  /** Whether this thread is inside and will close the end on its way out. */
  boolean isOwnersOwn() {
    return owner == Thread.currentThread() && inside > 0;
  }

  boolean isClosed() {
    return isClosed;
  }

  /** True for one caller: it is the one to close the end, with {@link #end} after it has waited until {@link #isSettled}. */
  boolean take() {
    return taker.compareAndSet(null, Thread.currentThread());
  }

  /** Whether somebody closes the end now, or has done so. */
  boolean isTaken() {
    return taker.get() != null;
  }

  /** Whether this thread closes the end further up its stack, or has done so. */
  boolean isTakenHere() {
    return taker.get() == Thread.currentThread();
  }

  /** How long whoever has taken the end may wait for those it owes. */
  long patienceNs() {
    return end.patienceNs();
  }

  private void closeOnce() {
    if (take()) {
      long start = System.nanoTime();
      try (Calm calm = new Calm()) {
        while (!isSettled(System.nanoTime() - start)) {
          calm.park(PARK_NS);
        }
        end();
      }
    }
  }

  /** Whether the end may be closed now that it has been waited for so long; what fails to tell is not waited for. */
  boolean isSettled(long waitedNs) {
    boolean[] isOwed = {false};
    ending.run(() -> isOwed[0] = !end.isSettled());
    return !isOwed[0] || waitedNs >= end.patienceNs();
  }

  void end() {
    ending.run(end::end);
    failure.set(ending);
    isClosed = true;
  }

  /** The closer has waited for the owner long enough. */
  void giveUp() {
    if (!isTaken()) {
      end.onLate();
    }
  }

  /** Throws what closing the end threw, once. */
  void tell() {
    Ending failed = failure.getAndSet(null);
    if (failed != null) {
      failed.finish();
    }
  }
}
