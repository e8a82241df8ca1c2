package io.camber.app.rig.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How late a 100 Hz timer of this host fires, measured on a thread of its own while the check goes on. */
final class TimerJitter implements AutoCloseable {
  private static final long PERIOD_NS = 10_000_000L;
  private static final int SAMPLES_MAX = 100_000;

  private final List<Long> latenessNs = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "camber-rig-timer");
  private volatile boolean stopped;

  private TimerJitter() {}

  static TimerJitter start() {
    TimerJitter jitter = new TimerJitter();
    jitter.thread.setDaemon(true);
    jitter.thread.start();
    return jitter;
  }

  private void run() {
    long nextNs = System.nanoTime() + PERIOD_NS;
    while (!stopped) {
      long leftNs = nextNs - System.nanoTime();
      if (leftNs > 0) {
        LockSupport.parkNanos(leftNs);
        continue;
      }
      synchronized (latenessNs) {
        if (latenessNs.size() < SAMPLES_MAX) {
          latenessNs.add(-leftNs);
        }
      }
      nextNs = Math.max(nextNs + PERIOD_NS, System.nanoTime());
    }
  }

  Percentiles lateness() {
    synchronized (latenessNs) {
      return Percentiles.of(latenessNs.stream().mapToLong(Long::longValue).toArray());
    }
  }

  @Override
  public void close() {
    stopped = true;
  }
}
