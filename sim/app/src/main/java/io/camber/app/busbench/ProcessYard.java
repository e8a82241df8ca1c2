package io.camber.app.busbench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Every process of the benchmark that lives. They are ended in the reverse order of their start and each is waited for, with
 * what it started itself, so that nobody works on beside the next measurement. Once the program itself ends nothing is started any more.
 */
final class ProcessYard {
  private final long patienceMs;
  private final Deque<Process> living = new ArrayDeque<>();
  private boolean isClosed;

  /** A process that was asked to end is given {@code patienceMs} to do so. */
  ProcessYard(long patienceMs) {
    this.patienceMs = patienceMs;
  }

  Process start(ProcessBuilder builder) throws IOException {
    synchronized (this) {
      if (!isClosed) {
        Process process = builder.start();
        living.push(process);
        return process;
      }
    }
    return rest();
  }

  /** When the program is ending, this thread has nothing more to do or to say. */
  void restIfClosed() {
    boolean isEnding;
    synchronized (this) {
      isEnding = isClosed;
    }
    if (isEnding) {
      rest();
    }
  }

  private static Process rest() {
    while (true) {
      LockSupport.park();
    }
  }

  /** Asks each to end, then insists, returns when none is left. */
  synchronized void endAll() {
    while (!living.isEmpty()) {
      end(living.pop());
    }
  }

  /** The same for good. */
  synchronized void close() {
    isClosed = true;
    endAll();
  }

  private void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    boolean isInterrupted = false;
    boolean isOver = false;
    long start = System.nanoTime();
    while (!isOver) {
      try {
        isOver = process.waitFor(patienceMs, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
      if (System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(patienceMs)) {
        process.destroyForcibly();
      }
    }
    for (ProcessHandle each : started) {
      each.destroyForcibly();
      each.onExit().join();
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
