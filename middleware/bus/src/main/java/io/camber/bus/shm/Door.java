package io.camber.bus.shm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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
  /** How long a closer stays for an owner inside, who may be in a handler for ever. */
  private static final long PATIENCE_NS = 100_000_000;

  private static final long PARK_NS = 20_000;
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

  private final Runnable closing;
  private final Runnable late;
  private final AtomicBoolean isTaken = new AtomicBoolean();
  private final AtomicReference<@Nullable Ending> failure = new AtomicReference<>();
  private volatile boolean isClosed;
  private @Nullable Thread owner;
  private int inside;

  @SuppressWarnings("UnusedVariable") // written and read through its handle
  private boolean shut;

  /**
   * {@code closing} is called once, when nobody is or will be inside; {@code late} before it by a closer that has waited in
   * vain, while the owner may touch everything.
   */
  Door(Runnable closing, Runnable late) {
    this.closing = closing;
    this.late = late;
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

  /**
   * Closes the ends. When it returns they are closed, but for those whose owners are still inside after some time. One that
   * fails does not keep the others open.
   */
  static void close(List<Door> doors) {
    boolean isOfOthers = false;
    for (Door door : doors) {
      isOfOthers |= door.shut();
    }
    if (isOfOthers) {
      stopAll();
    }
    Ending ending = new Ending();
    for (Door door : doors) {
      ending.run(door::await);
      ending.run(door::tell);
    }
    ending.finish();
  }

  private void tell() {
    Ending failed = failure.getAndSet(null);
    if (failed != null) {
      failed.finish();
    }
  }

  /** True when another thread may be inside. */
  boolean shut() {
    SHUT.setVolatile(this, true);
    VarHandle.fullFence();
    return isOfAnother();
  }

  private boolean isOfAnother() {
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

  private void await() {
    boolean isOfAnother = isOfAnother();
    if (!isOfAnother && owner == Thread.currentThread() && inside > 0) {
      return; // closed on the way out
    }
    long start = System.nanoTime();
    while (!isClosed) {
      if (!isOfAnother || inside() == 0) {
        closeOnce();
      }
      if (isClosed) {
        return;
      }
      if (System.nanoTime() - start >= PATIENCE_NS) {
        if (!isTaken.get()) {
          late.run();
        }
        return;
      }
      LockSupport.parkNanos(PARK_NS);
    }
  }

  private void closeOnce() {
    if (isTaken.compareAndSet(false, true)) {
      Ending ending = new Ending();
      ending.run(closing);
      failure.set(ending);
      isClosed = true;
    }
  }
}
