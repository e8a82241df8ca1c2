package io.camber.app.rig;

import io.camber.bus.shm.file.Processes;
import io.camber.diagnostics.InputException;
import java.util.Optional;

/**
 * The process that started this one, as it calls itself: asked for its parent, a process whose launcher died early would
 * name whoever adopted it.
 *
 * @param start in the kernel's ticks, so that a later process of the same id is not taken for it; 0 where this host does
 *     not tell
 */
public record Launcher(long pid, long start) {
  /** This process, for those that it starts. */
  static Launcher here() {
    long pid = Processes.ownPid();
    return new Launcher(pid, Processes.start(pid));
  }

  /** Reads {@code PID:START}. */
  public static Launcher parse(String text) {
    int colon = text.indexOf(':');
    try {
      return new Launcher(
          Long.parseLong(text.substring(0, Math.max(0, colon))),
          Long.parseLong(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new InputException("launcher '" + text + "' is not like PID:START", e);
    }
  }

  String text() {
    return pid + ":" + start;
  }

  boolean isRunning() {
    if (start != 0) {
      return Processes.isRunning(pid, start);
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isPresent() && process.get().isAlive();
  }
}
