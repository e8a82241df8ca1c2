package io.camber.bus.shm;

import io.camber.bus.shm.file.Mapping;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a wire that rings bells when a message has many sleepers: each costs a system call, which its writer should
 * not wait for. Made when it is first needed.
 */
final class Ringer implements AutoCloseable {
  private final String name;
  private final List<Gate> gates = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  Ringer(String name) {
    this.name = name;
  }

  void add(Gate gate) {
    gates.add(gate);
  }

  void remove(Gate gate) {
    gates.remove(gate);
  }

  /** A gate has marked itself due. */
  void wake() {
    Thread known = thread;
    if (known == null) {
      start();
    } else {
      LockSupport.unpark(known);
    }
  }

  private synchronized void start() {
    if (thread == null && !closed) {
      Thread started = new Thread(this::run, name);
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  private void run() {
    try {
      while (!closed) {
        if (!ringAll()) {
          LockSupport.park(this);
          Thread.interrupted(); // means nothing here, and would end every park
        }
      }
    } finally {
      end();
    }
  }

  /** What ended the thread ends it alone: another takes over what is due. */
  private synchronized void end() {
    thread = null;
    start();
  }

  /** False when no gate was due. */
  private boolean ringAll() {
    boolean isAnyDue = false;
    for (Gate gate : gates) {
      if (gate.takesDue()) {
        isAnyDue = true;
        ring(gate);
      }
    }
    return isAnyDue;
  }

  private static void ring(Gate gate) {
    try {
      gate.ring();
    } catch (InternalError e) {
      if (!Mapping.isFault(e)) {
        throw e;
      }
      gate.ring(); // up to Java 21 a fault may come up behind the bell it belongs to
    }
  }

  /** Returns when no bell is being rung any more, unless it is this thread itself that closes. */
  @Override
  public void close() {
    Thread known;
    synchronized (this) {
      closed = true;
      known = thread;
    }
    if (known == null || known == Thread.currentThread()) {
      return;
    }
    LockSupport.unpark(known);
    try (Calm calm = new Calm()) {
      calm.join(known);
    }
  }
}
