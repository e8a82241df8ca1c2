package io.camber.bus.shm;

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
      thread = started;
      started.start();
    }
  }

  private void run() {
    while (!closed) {
      boolean isIdle = true;
      for (Gate gate : gates) {
        if (gate.takesDue()) {
          gate.ring();
          isIdle = false;
        }
      }
      if (isIdle) {
        LockSupport.park(this);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
