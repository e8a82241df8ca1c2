package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Processes;
import java.nio.ByteBuffer;

/**
 * The process that made a reader's file, as its first page says.
 *
 * @param namespace of its pid; 0 when unknown
 * @param start in kernel ticks; 0 when unknown
 */
record Owner(long namespace, long pid, long start) {
  static Owner of(ByteBuffer page) {
    return new Owner(
        page.getLong(EndLayout.NAMESPACE_AT),
        page.getLong(EndLayout.PID_AT),
        page.getLong(EndLayout.START_AT));
  }

  boolean is(long otherPid, long otherStart) {
    return pid == otherPid && start == otherStart;
  }

  /** Whether it is gone for certain. Of a process in another pid namespace nobody can tell that from its pid. */
  boolean isGone() {
    return start != 0
        && namespace != 0
        && namespace == Processes.NAMESPACE
        && !Processes.isRunning(pid, start);
  }
}
