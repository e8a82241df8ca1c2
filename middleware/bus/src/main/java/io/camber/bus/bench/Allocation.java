package io.camber.bus.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the calling thread has allocated and used so far. */
public final class Allocation {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes; 0 where the platform does not tell. */
  public static long ofThisThread() {
    return THREADS instanceof com.sun.management.ThreadMXBean bean
        ? bean.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }

  static long cpuNsOfThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
